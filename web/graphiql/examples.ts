/** Questions to begin with, a tab each. Their values stand in the question: a tab that is opened shows all there is. */
export const examples: readonly string[] = [
  `# What fits a child in Lelystad,
# as close to home as possible.
#
# A developer without another role
# is given no data. On a hub of your
# own: npm run token -- --role care-broker
# and under Headers
# { "authorization": "Bearer …" }
query OptionsForANeed {
  options(
    first: 5
    need: {
      municipalityCode: "0995"
      birthYear: 2014
      rungs: [FAMILY_HOME]
      nearPostcode4: "8232"
    }
  ) {
    totalCount
    edges {
      rank
      distanceToHomeKm
      reasons { text }
      node {
        title
        rung
        availability { available unit }
        organisation { name contact { phone } }
      }
    }
    missingSources(first: 5) {
      nodes { reason organisation { name } }
    }
    excluded { text offerCount }
  }
}`,
  `# The one query: three subgraphs, one
# answer. For a care-broker or case-owner.
query ACase {
  cases(filter: { number: "FL-26-0042" }) {
    edges {
      node {
        number
        ageBand
        need { rungs startByOn }
        options(first: 3) {
          edges {
            rank
            node {
              title
              availability { available unit }
              organisation { name teams { name } }
            }
          }
        }
        holds(first: 5) {
          edges { node { state quantity expiresAt } }
        }
      }
    }
  }
}`,
  `# Who gives help in the region.
query Organisations {
  organisations(first: 10) {
    edges { node { name contact { phone website } } }
  }
}`,
];
