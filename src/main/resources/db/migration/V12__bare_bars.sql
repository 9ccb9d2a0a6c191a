-- Bars that came as a close alone, until their chart is read: few, so that finding them needs no scan of all prices.
CREATE INDEX IF NOT EXISTS raw_stock_prices_bare ON public.raw_stock_prices (date)
    WHERE open IS NULL OR high IS NULL OR low IS NULL;
COMMENT ON COLUMN public.raw_stock_prices.open IS
    'null while only the close of the day is known; the symbol''s next chart fills it, with high, low and volume';
