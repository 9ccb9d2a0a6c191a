-- Views and functions that readers of an existing database call.

CREATE OR REPLACE VIEW public.v_data_source_preferences AS
SELECT symbol,
       data_type,
       (array_agg(source ORDER BY CASE source WHEN 'FMP' THEN 1 WHEN 'Yahoo' THEN 2 WHEN 'AlphaVantage' THEN 3 ELSE 4 END,
                                  source))[1] AS preferred_source,
       array_agg(source ORDER BY source)      AS available_sources,
       max(last_successful_fetch_at)          AS last_successful_fetch
FROM public.raw_data_source_tracking
WHERE has_data
GROUP BY symbol, data_type;

CREATE OR REPLACE FUNCTION public.record_data_source_check(
    p_symbol text, p_data_type text, p_source text, p_has_data boolean, p_notes text DEFAULT NULL)
    RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO public.raw_data_source_tracking AS t
        (symbol, data_type, source, has_data, last_checked_at, last_successful_fetch_at, notes)
    VALUES (p_symbol, p_data_type, p_source, p_has_data, now(), CASE WHEN p_has_data THEN now() END, p_notes)
    ON CONFLICT (symbol, data_type, source) DO UPDATE SET
        has_data = excluded.has_data,
        last_checked_at = excluded.last_checked_at,
        last_successful_fetch_at = coalesce(excluded.last_successful_fetch_at, t.last_successful_fetch_at),
        fetch_attempts = t.fetch_attempts + 1,
        notes = coalesce(excluded.notes, t.notes)
$$;

CREATE OR REPLACE FUNCTION public.get_latest_dates_by_symbol(table_name text, date_col text)
    RETURNS TABLE (symbol text, latest_date date)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (table_name, date_col) = ('raw_stock_prices', 'date') THEN
        RETURN QUERY SELECT p.symbol, max(p.date) FROM public.raw_stock_prices p GROUP BY p.symbol;
    ELSIF (table_name, date_col) = ('raw_dividends', 'ex_date') THEN
        RETURN QUERY SELECT d.symbol, max(d.ex_date) FROM public.raw_dividends d GROUP BY d.symbol;
    ELSE
        RAISE EXCEPTION 'get_latest_dates_by_symbol takes raw_stock_prices/date or raw_dividends/ex_date, not %/%',
            table_name, date_col;
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION public.get_latest_dates_by_symbol(text, text) FROM PUBLIC;
