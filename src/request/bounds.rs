//! What may be entered. Checks, messages and form descriptions all read it here.

use rust_decimal::Decimal;

/// Nothing; money and rates lie above it.
pub const NOTHING: Decimal = Decimal::ZERO;
/// The most that an amount may be: 999999999999.99.
pub const MONEY_MAX: Decimal = Decimal::from_parts(0x107A_3FFF, 0x5AF3, 0, false, 2);
/// The most decimals that any currency's amounts may have.
pub const MONEY_DECIMALS: u32 = 4;
/// Decimals of an amount in US dollars.
pub const DOLLAR_DECIMALS: u32 = 2;
/// The most that a percentage may be.
pub const PERCENT_MAX: Decimal = Decimal::ONE_HUNDRED;
/// Decimals of a percentage.
pub const PERCENT_DECIMALS: u32 = 4;
/// The most that a rate may be.
pub const RATE_MAX: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// The most that a credit may be worth: in some currencies it is millions.
pub const CREDIT_RATE_MAX: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);
/// Decimals of a rate.
pub const RATE_DECIMALS: u32 = 8;
/// The fewest and the most of what is counted.
pub const COUNT: (i64, i64) = (1, 1_000_000);
/// The decimals that a request may set for its amounts.
pub const MINOR_UNITS: (i64, i64) = (0, 4);
/// The first and the last day that may be entered.
pub const DATE: (&str, &str) = ("1990-01-01", "2100-12-31");
/// Characters of a text.
pub const TEXT_LENGTH: usize = 80;
/// Lines of a request.
pub const LINES: (usize, usize) = (1, 1_000);
/// Minutes of a term: a week at most.
pub const TERM_MINUTES: i64 = 10_080;
/// Days without work beside those of the week.
pub const HOLIDAYS: (usize, usize) = (0, 1_000);
/// Years over which ways are compared, and the one in which somebody comes back.
pub const COMPARED_YEARS: (i64, i64) = (1, 10);
/// Years of a flex allowance.
pub const YEARS: (usize, usize) = (1, 10);
/// What a year's flex allowance is allocated to.
pub const ALLOCATIONS: (usize, usize) = (0, 200);
/// Support locations beside the host, and places beside those.
pub const LOCATIONS: (usize, usize) = (1, 30);
/// Services that are looked at for every location.
pub const LOCATED_SERVICES: (usize, usize) = (1, 100);
/// Countries that are excepted from something.
pub const EXCEPTIONS: (usize, usize) = (0, 250);
/// Incidents whose causes are asked for.
pub const ROOT_CAUSES: (usize, usize) = (0, 200);
/// Service improvement plans asked for.
pub const PLANS: (usize, usize) = (0, 200);
