-- Where bench/truth.sh puts the truth of a market, and its figures.
create schema truth;
create table truth.symbols (symbol text, name text, type text, exchange text, sector text, industry text, market_cap text, active text);
create table truth.night (night date, began timestamptz);
create table truth.payment (symbol text, ex_date date, kind text, amount numeric, record_date date, payment_date date,
                            declaration_date date, frequency text, status text, sources text);
create table truth.split (symbol text, split_date date, split_ratio numeric, numerator numeric, denominator numeric);
create table truth.told (lie jsonb);
create table truth.figure (kind text, figure text, part bigint, whole bigint);
