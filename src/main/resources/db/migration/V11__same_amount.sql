-- Whether two amounts are one, rounded: they agree within half a unit of the coarser one's last digit (docs/truth.md).
CREATE FUNCTION exdate.same_amount(one numeric, other numeric) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN abs(one - other) * 2 <= power(10::numeric, -least(greatest(scale(one), 2), greatest(scale(other), 2)));
