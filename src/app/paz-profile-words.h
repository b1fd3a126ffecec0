/* Sentences of the profile, in the interface's language. */
#pragma once

#include "figures/paz-profile.h"

G_BEGIN_DECLS

char *paz_profile_words_dup_month    (guint16                  month);
char *paz_profile_words_dup_count    (guint64                  count);
/* "121 of 2,143 (5.6%)"; "–" of nobody. */
char *paz_profile_words_dup_share    (guint64                  part,
                                      guint64                  base);
/* The same of women; where the sex of any is not told, that. */
char *paz_profile_words_dup_women    (guint64                  women,
                                      guint64                  base,
                                      guint64                  untold);
/* "2 of 15, shared" */
char *paz_profile_words_dup_rank     (guint                    rank,
                                      guint                    of,
                                      gboolean                 tied);
/* "Target 15% · 9 more women to reach it" */
char *paz_profile_words_dup_goal     (const PazGoal           *goal);
/* "3 pledges of 410 persons · 1 past its date" */
char *paz_profile_words_dup_pledges  (const PazProfilePledges *pledges);
/* "Signatory · Declaration of Lima" */
char *paz_profile_words_dup_standing (PazStore                *store,
                                      const PazProfile        *profile);

G_END_DECLS
