/* Who may see what. Every answer that is not surely yes is no. */
#include "model/paz-release.h"

#define NO_LEVEL ((PazLevel) 17)

static const char * const nobody[] = { NULL };
static const char * const peru[] = { "PER", NULL };
static const char * const peru_uruguay[] = { "PER", "URY", NULL };

typedef struct
{
  PazLevel            level;
  const char * const *list;
  const char         *owner;
  const char         *author;
  const char         *audience;
  gboolean            may_see;
} Case;

static const Case cases[] = {
  /* public */
  { PAZ_LEVEL_PUBLIC, NULL, "ARG", "ARG", "public", TRUE },
  { PAZ_LEVEL_PUBLIC, NULL, "ARG", "ARG", "network", TRUE },
  { PAZ_LEVEL_PUBLIC, NULL, "ARG", "ARG", "PER", TRUE },
  { PAZ_LEVEL_PUBLIC, NULL, "*", "ARG", "public", TRUE },
  { PAZ_LEVEL_PUBLIC, NULL, "ARG", "ARG", "own", TRUE },
  /* network */
  { PAZ_LEVEL_NETWORK, NULL, "ARG", "ARG", "public", FALSE },
  { PAZ_LEVEL_NETWORK, NULL, "ARG", "ARG", "network", TRUE },
  { PAZ_LEVEL_NETWORK, NULL, "ARG", "ARG", "PER", TRUE },
  { PAZ_LEVEL_NETWORK, NULL, "ARG", "ARG", "PER,URY", TRUE },
  { PAZ_LEVEL_NETWORK, NULL, "ARG", "ARG", "own", TRUE },
  /* named */
  { PAZ_LEVEL_NAMED, peru, "ARG", "ARG", "public", FALSE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "ARG", "network", FALSE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "ARG", "PER", TRUE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "ARG", "URY", FALSE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "ARG", "PER,URY", FALSE },
  { PAZ_LEVEL_NAMED, peru_uruguay, "ARG", "ARG", "PER,URY", TRUE },
  { PAZ_LEVEL_NAMED, peru_uruguay, "ARG", "ARG", "ARG,PER,URY", TRUE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "BRA", "ARG", TRUE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "BRA", "BRA", TRUE },
  { PAZ_LEVEL_NAMED, peru, "ARG", "BRA", "CHL", FALSE },
  /* an empty list is nobody but owner and author */
  { PAZ_LEVEL_NAMED, nobody, "ARG", "ARG", "PER", FALSE },
  { PAZ_LEVEL_NAMED, NULL, "ARG", "ARG", "PER", FALSE },
  { PAZ_LEVEL_NAMED, NULL, "ARG", "ARG", "network", FALSE },
  { PAZ_LEVEL_NAMED, NULL, "ARG", "ARG", "ARG", TRUE },
  { PAZ_LEVEL_NAMED, NULL, "*", NULL, "PER", FALSE },
  { PAZ_LEVEL_NAMED, NULL, NULL, NULL, "PER", FALSE },
  /* national: no exit to anybody */
  { PAZ_LEVEL_NATIONAL, NULL, "ARG", "ARG", "public", FALSE },
  { PAZ_LEVEL_NATIONAL, NULL, "ARG", "ARG", "network", FALSE },
  { PAZ_LEVEL_NATIONAL, NULL, "ARG", "ARG", "PER", FALSE },
  { PAZ_LEVEL_NATIONAL, peru, "ARG", "ARG", "PER", FALSE },
  { PAZ_LEVEL_NATIONAL, NULL, "ARG", "ARG", "ARG", FALSE },
  { PAZ_LEVEL_NATIONAL, NULL, "ARG", "ARG", "own", TRUE },
  /* a level of a later version */
  { NO_LEVEL, peru, "PER", "PER", "public", FALSE },
  { NO_LEVEL, peru, "PER", "PER", "network", FALSE },
  { NO_LEVEL, peru, "PER", "PER", "PER", FALSE },
  { NO_LEVEL, peru, "PER", "PER", "own", FALSE },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (PazAudience) audience = paz_audience_parse (c->audience);

      g_assert_nonnull (audience);
      if (paz_release_may_see (c->level, c->list, c->owner, c->author, audience) != c->may_see)
        g_error ("case %u: level %d to %s should be %d", i, c->level, c->audience, c->may_see);
    }
}

static void
test_nobody (void)
{
  char *none[] = { NULL };
  char *joker[] = { "*", NULL };
  char *unsaid[] = { "XX", NULL };
  PazAudience empty = { PAZ_AUDIENCE_PARTICIPANTS, none };
  PazAudience missing = { PAZ_AUDIENCE_PARTICIPANTS, NULL };
  PazAudience shared = { PAZ_AUDIENCE_PARTICIPANTS, joker };
  PazAudience unknown = { PAZ_AUDIENCE_PARTICIPANTS, unsaid };
  PazAudience later = { (PazAudienceType) 9, NULL };
  const PazAudience *audiences[] = { NULL, &empty, &missing, &shared, &unknown, &later };

  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    for (PazLevel level = PAZ_LEVEL_PUBLIC; level <= PAZ_LEVEL_NATIONAL; level++)
      {
        g_assert_false (paz_release_may_see (level, peru, "*", "*", audiences[i]));
        g_assert_false (paz_release_may_see (level, peru, "XX", "XX", audiences[i]));
      }
}

/* Own use shows everything but what a stranger released to others. */
static void
test_own (void)
{
  char *codes[] = { "PER", NULL };
  PazAudience own = { PAZ_AUDIENCE_OWN, codes };
  PazAudience unsaid = { PAZ_AUDIENCE_OWN, NULL };

  g_assert_true (paz_release_may_see (PAZ_LEVEL_NAMED, nobody, "PER", "PER", &own));
  g_assert_true (paz_release_may_see (PAZ_LEVEL_NAMED, peru, "ARG", "ARG", &own));
  g_assert_true (paz_release_may_see (PAZ_LEVEL_NAMED, nobody, "ARG", "PER", &own));
  g_assert_false (paz_release_may_see (PAZ_LEVEL_NAMED, nobody, "ARG", "ARG", &own));
  g_assert_true (paz_release_may_see (PAZ_LEVEL_NATIONAL, NULL, "PER", "PER", &own));

  /* before the person has said who they are */
  g_assert_true (paz_release_may_see (PAZ_LEVEL_NAMED, nobody, "XX", "XX", &unsaid));
  g_assert_false (paz_release_may_see (PAZ_LEVEL_NAMED, nobody, "ARG", "ARG", &unsaid));
}

static void
test_levels (void)
{
  PazLevel level = PAZ_LEVEL_NAMED;

  for (PazLevel i = PAZ_LEVEL_PUBLIC; i <= PAZ_LEVEL_NATIONAL; i++)
    {
      g_assert_true (paz_level_from_key (paz_level_get_key (i), &level));
      g_assert_cmpint (level, ==, i);
      g_assert_cmpstr (paz_level_get_label (i), !=, "");
    }

  level = PAZ_LEVEL_NAMED;
  g_assert_false (paz_level_from_key ("secret", &level));
  g_assert_false (paz_level_from_key ("", &level));
  g_assert_false (paz_level_from_key (NULL, &level));
  g_assert_cmpint (level, ==, PAZ_LEVEL_NAMED);
}

static void
assert_audience (const char *text,
                 const char *expected)
{
  g_autoptr (PazAudience) audience = paz_audience_parse (text);
  g_autoptr (PazAudience) copy = NULL;
  g_autofree char *back = NULL;

  if (expected == NULL)
    {
      g_assert_null (audience);
      return;
    }

  g_assert_nonnull (audience);
  copy = paz_audience_copy (audience);
  back = paz_audience_to_text (copy);
  g_assert_cmpstr (back, ==, expected);
}

static void
test_audiences (void)
{
  assert_audience ("public", "public");
  assert_audience ("network", "network");
  assert_audience ("own", "own");
  assert_audience ("PER", "PER");
  assert_audience ("URY,PER", "PER,URY");
  assert_audience ("URY, PER ,URY", "PER,URY");
  assert_audience ("ALCOPAZ", "ALCOPAZ");
  assert_audience ("", NULL);
  assert_audience (NULL, NULL);
  assert_audience ("per", NULL);
  assert_audience ("*", NULL);
  assert_audience ("XX", NULL);
  assert_audience ("PER,", NULL);
  assert_audience ("PER,public", NULL);
  assert_audience ("Public", NULL);
  assert_audience ("national", NULL);
}

static void
test_covers (void)
{
  static const struct
  {
    PazLevel            level_a;
    const char * const *list_a;
    PazLevel            level_b;
    const char * const *list_b;
    gboolean            covers;
  } table[] = {
    { PAZ_LEVEL_PUBLIC, NULL, PAZ_LEVEL_PUBLIC, NULL, TRUE },
    { PAZ_LEVEL_PUBLIC, NULL, PAZ_LEVEL_NETWORK, NULL, TRUE },
    { PAZ_LEVEL_PUBLIC, NULL, PAZ_LEVEL_NAMED, peru, TRUE },
    { PAZ_LEVEL_PUBLIC, NULL, PAZ_LEVEL_NATIONAL, NULL, TRUE },
    { PAZ_LEVEL_NETWORK, NULL, PAZ_LEVEL_PUBLIC, NULL, FALSE },
    { PAZ_LEVEL_NETWORK, NULL, PAZ_LEVEL_NETWORK, NULL, TRUE },
    { PAZ_LEVEL_NETWORK, NULL, PAZ_LEVEL_NAMED, peru, TRUE },
    { PAZ_LEVEL_NAMED, peru, PAZ_LEVEL_PUBLIC, NULL, FALSE },
    { PAZ_LEVEL_NAMED, peru, PAZ_LEVEL_NETWORK, NULL, FALSE },
    { PAZ_LEVEL_NAMED, peru, PAZ_LEVEL_NAMED, peru, TRUE },
    { PAZ_LEVEL_NAMED, peru, PAZ_LEVEL_NAMED, nobody, TRUE },
    { PAZ_LEVEL_NAMED, peru, PAZ_LEVEL_NAMED, peru_uruguay, FALSE },
    { PAZ_LEVEL_NAMED, peru_uruguay, PAZ_LEVEL_NAMED, peru, TRUE },
    { PAZ_LEVEL_NAMED, nobody, PAZ_LEVEL_NAMED, peru, FALSE },
    { PAZ_LEVEL_NAMED, NULL, PAZ_LEVEL_NAMED, NULL, TRUE },
    { PAZ_LEVEL_NAMED, nobody, PAZ_LEVEL_NATIONAL, NULL, TRUE },
    { PAZ_LEVEL_NATIONAL, NULL, PAZ_LEVEL_PUBLIC, NULL, FALSE },
    { PAZ_LEVEL_NATIONAL, NULL, PAZ_LEVEL_NETWORK, NULL, FALSE },
    { PAZ_LEVEL_NATIONAL, NULL, PAZ_LEVEL_NAMED, nobody, FALSE },
    { PAZ_LEVEL_NATIONAL, NULL, PAZ_LEVEL_NATIONAL, NULL, TRUE },
    { NO_LEVEL, NULL, PAZ_LEVEL_NATIONAL, NULL, FALSE },
    { PAZ_LEVEL_PUBLIC, NULL, NO_LEVEL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (paz_release_covers (table[i].level_a, table[i].list_a, table[i].level_b, table[i].list_b) !=
        table[i].covers)
      g_error ("case %u should be %d", i, table[i].covers);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/release/table", test_table);
  g_test_add_func ("/model/release/nobody", test_nobody);
  g_test_add_func ("/model/release/own", test_own);
  g_test_add_func ("/model/release/levels", test_levels);
  g_test_add_func ("/model/release/audiences", test_audiences);
  g_test_add_func ("/model/release/covers", test_covers);

  return g_test_run ();
}
