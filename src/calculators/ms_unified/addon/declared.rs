//! All that comes out: values, columns and codes.

use super::codes;
use super::direct::{Feature, Granted};
use super::prerequisites::{Outcome, Prerequisite};
use super::request::Location;
use crate::calculators::OutputKind as Shown;
use crate::calculators::declared::{Rows, answers};
use crate::terms::Mark;
use crate::values::dates::{Date, TimeOfDay};
use std::sync::Arc;

/// What may be said of a service, from best to worst.
pub const STATUSES: &[&str] = &["included", "orderable", "orderable_up_to_a_limit", "refer", "barred"];
pub const PAYABLE: &[&str] = &["allowed", "barred", "refer"];

answers! {
    figure {
        status: &'static str { kind: Shown::Choice(STATUSES) },
        payable_with_flex: &'static str { kind: Shown::Choice(PAYABLE) },
        languages: &'static str { kind: Shown::Choice(codes::LANGUAGES) },
        in_your_language: Option<&'static str> { kind: Shown::Choice(codes::OFFERED) },
        delivery: &'static str { kind: Shown::Choice(codes::DELIVERIES) },
        site_visit: Option<&'static str> { kind: Shown::Choice(codes::VISITS) },
        expenses: Option<&'static str> { kind: Shown::Choice(codes::EXPENSES) },
        hours: Option<&'static str> { kind: Shown::Choice(codes::HOURS) },
        opens_at: Option<TimeOfDay>,
        closes_at: Option<TimeOfDay>,
        hours_left: Option<i64> { unit: Some(Unit::Hours) },
        quarterly_meetings: Option<i64>,
        on_site_help_days: Option<i64> { unit: Some(Unit::Days) },
        remote_help_days: Option<i64> { unit: Some(Unit::Days) },
        extended_features: Option<Granted>,
        prerequisites: Rows { kind: Shown::List(demand::OUTPUTS) },
        duties: Rows { kind: Shown::List(to_do::OUTPUTS) },
        features: Option<Rows> { kind: Shown::List(feature_row::OUTPUTS) },
    }
    date {
        ends_on: Option<Date> { calendar: true },
        onboarding_until: Option<Date> { calendar: true },
    }
    line {
        service: Arc<str> { kind: Shown::Key, shown: true },
        status: &'static str { kind: Shown::Choice(STATUSES) },
        payable_with_flex: &'static str { kind: Shown::Choice(PAYABLE) },
        in_your_language: Option<&'static str> { kind: Shown::Choice(codes::OFFERED) },
        mark: &'static str { kind: Shown::Choice(&["included", "orderable", "orderable_up_to_a_limit"]), shown: true },
        group: Arc<str> { kind: Shown::Key, shown: true },
        table: i64,
    }
    rows demand {
        prerequisite: &'static str { kind: Shown::Choice(Prerequisite::KEYS) },
        outcome: Outcome,
    }
    rows to_do {
        duty: &'static str { kind: Shown::Choice(codes::DUTIES) },
    }
    rows feature_row {
        feature: Feature,
        granted: Granted,
    }
    between {
        /// How each prerequisite stands, whichever service demands it.
        base_contract_met: Outcome,
        rapid_response_met: Outcome,
        azure_met: Outcome,
        public_azure_met: Outcome,
        no_government_azure_met: Outcome,
        host_met: Outcome,
        limit_met: Outcome,
        closure_met: Outcome,
        /// What the location is, where nothing was entered.
        location: Location,
    }
    column {
        group: Arc<str> = services.group,
        mark: Mark = services.mark,
        table: i64 = services.table,
    }
    reason {
        BaseContractEnded = "base_contract_ended",
        BoughtForHostOnly = "bought_for_host_only",
        GovernmentCloudNotCovered = "government_cloud_not_covered",
        HasBothEnvironments = "has_both_environments",
        IncludedInBase = "included_in_base",
        LanguageNotOffered = "language_not_offered",
        LimitNotStated = "limit_not_stated",
        NeedsAzure = "needs_azure",
        NeedsBaseContract = "needs_base_contract",
        NeedsRapidResponse = "needs_rapid_response",
        NotListedForFlex = "not_listed_for_flex",
        OnSiteNeedsAgreement = "on_site_needs_agreement",
        OnSiteNotOffered = "on_site_not_offered",
        OverTheLimit = "over_the_limit",
        PublicAzureOnly = "public_azure_only",
        RequestedAfterClosure = "requested_after_closure",
        SovereignCloudNotListed = "sovereign_cloud_not_listed",
        SpendBelowThreshold = "spend_below_threshold",
        SpendNotGiven = "spend_not_given",
        SuccessManagementNotPayable = "success_management_not_payable",
    }
    assumption {
        AdviceParagraphRepeated = "advice_paragraph_repeated",
        AffiliatesPurchasesOnly = "affiliates_purchases_only",
        AgreedVisitToReactiveService = "agreed_visit_to_reactive_service",
        AppendixOfTheWorkOrder = "appendix_of_the_work_order",
        ChineseNotSpecified = "chinese_not_specified",
        CountedFromServiceStart = "counted_from_service_start",
        CoverageRead = "coverage_read",
        EnglishReadAsOffered = "english_read_as_offered",
        ExistingReadAsSignedTogether = "existing_read_as_signed_together",
        FeeNotComputed = "fee_not_computed",
        LastDayStillCounts = "last_day_still_counts",
        MarkReadAsOrderable = "mark_read_as_orderable",
        PhoneReadAsBaseTimes = "phone_read_as_base_times",
        QuarterlyReadAsFour = "quarterly_read_as_four",
        SampleCodeReadForAll = "sample_code_read_for_all",
        SpendAtSigningCounts = "spend_at_signing_counts",
        TimesOfRapidResponse = "times_of_rapid_response",
        TwoNamesOneService = "two_names_one_service",
        WholeHours = "whole_hours",
    }
    warning {
        AddedAnyTime = "added_any_time",
        AdviceWithoutDesign = "advice_without_design",
        AfterHoursNeedAddon = "after_hours_need_addon",
        AvailabilityVaries = "availability_varies",
        BelowMinimumEnrolment = "below_minimum_enrolment",
        BoughtSeparately = "bought_separately",
        CancelledBelowMinimum = "cancelled_below_minimum",
        CauseAnalysisNotIncluded = "cause_analysis_not_included",
        CountsTowardCreditCap = "counts_toward_credit_cap",
        DelayIfDutiesUnmet = "delay_if_duties_unmet",
        EmergencyStartAtYourRisk = "emergency_start_at_your_risk",
        EndNotGiven = "end_not_given",
        ExcludesSomeAzureParts = "excludes_some_azure_parts",
        ExcludesSomeTechnology = "excludes_some_technology",
        ExpensesUnquantified = "expenses_unquantified",
        ExtraFee = "extra_fee",
        FixedHours = "fixed_hours",
        GenerallyAvailableProducts = "generally_available_products",
        GithubTerms = "github_terms",
        HelpAtExtraFee = "help_at_extra_fee",
        HostOrderServesAll = "host_order_serves_all",
        InternalUseOnly = "internal_use_only",
        JoinsSevereCases = "joins_severe_cases",
        LimitOnWorkOrder = "limit_on_work_order",
        LocationsOnWorkOrder = "locations_on_work_order",
        MailToUsers = "mail_to_users",
        ManagementMayBeRequired = "management_may_be_required",
        MayCostExtra = "may_cost_extra",
        MinimumPriceNotStated = "minimum_price_not_stated",
        NoCustomCode = "no_custom_code",
        NoRestrictedStaff = "no_restricted_staff",
        NotForYourCustomers = "not_for_your_customers",
        OnSiteHelpNotEverywhere = "on_site_help_not_everywhere",
        OrderedProductsOnly = "ordered_products_only",
        OtherProductsInServicesPortal = "other_products_in_services_portal",
        PlatformMayBeRequired = "platform_may_be_required",
        RecordingNeedsConsent = "recording_needs_consent",
        ReplacesBaseTimes = "replaces_base_times",
        ResponseTimesUnchanged = "response_times_unchanged",
        ScheduledAsResourcesAllow = "scheduled_as_resources_allow",
        SeatOrDedicated = "seat_or_dedicated",
        SevereCasesEscalated = "severe_cases_escalated",
        SeveritySetByMicrosoft = "severity_set_by_microsoft",
        SingleLocation = "single_location",
        SoldInHours = "sold_in_hours",
        SomeTechnologiesOnly = "some_technologies_only",
        StatedOnWorkOrder = "stated_on_work_order",
        SubjectToResources = "subject_to_resources",
        TenantsListed = "tenants_listed",
        ThirdPartyStaysResponsible = "third_party_stays_responsible",
        UnapprovedTechnologyRisk = "unapproved_technology_risk",
        UsuallyOneDay = "usually_one_day",
        WidespreadIncidentsNotFirst = "widespread_incidents_not_first",
        WorkOrderMayDiffer = "work_order_may_differ",
    }
}
