//! Kinds of damage, what it comes from, and how far IBM answers for it.

use crate::form::choice;

choice! {
    /// Kinds of damage, the one that the cap is for first, the others as the document comes to them.
    pub enum Damage {
        Direct = "direct",
        Data = "data",
        Special = "special",
        Nominal = "nominal",
        Exemplary = "exemplary",
        Moral = "moral",
        Incidental = "incidental",
        Punitive = "punitive",
        Indirect = "indirect",
        EconomicConsequential = "economic_consequential",
        OtherConsequential = "other_consequential",
        Profits = "profits",
        BusinessOpportunity = "business_opportunity",
        Value = "value",
        Revenue = "revenue",
        Goodwill = "goodwill",
        Reputation = "reputation",
        AnticipatedSavings = "anticipated_savings",
        ThirdPartyClaims = "third_party_claims",
        WaivedBenefits = "waived_benefits",
    }
}

choice! {
    /// What the damage comes from.
    pub enum Ground {
        Ordinary = "ordinary",
        Intent = "intent",
        GrossNegligence = "gross_negligence",
        PersonalInjury = "personal_injury",
        Guarantee = "guarantee",
        MandatoryLaw = "mandatory_law",
        ConsumerGuarantee = "consumer_guarantee",
        ConsumerTitleGuarantee = "consumer_title_guarantee",
        NonIbmProduct = "non_ibm_product",
        NotFromIbm = "not_from_ibm",
        OwnMaterials = "own_materials",
        BusinessPartner = "business_partner",
    }
}

choice! {
    /// How far IBM answers.
    pub enum Extent {
        UpToTheCap = "up_to_the_cap",
        WithoutACap = "without_a_cap",
        Excluded = "excluded",
        NotAtAll = "not_at_all",
        Remedies = "remedies",
    }
}

choice! {
    /// What IBM may do instead of paying damages.
    pub enum Remedy {
        Repair = "repair",
        Replacement = "replacement",
        EquivalentSupply = "equivalent_supply",
        CostOfReplacement = "cost_of_replacement",
        CostOfRepair = "cost_of_repair",
    }
}
