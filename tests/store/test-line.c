/* Lines: the vectors of the exchange format, and what a line may not be. */
#include <sodium.h>

#include "base/paz-uuid.h"
#include "paz-line.h"

#define REVISION_ID "MSUdtJyKD8F2d4F2j-KVJUjhSfuLCCZh3JbQ68w_2Hg"
#define SIGNATURE   "UPoxPDmbJouc4MeP8B3DOXhKk5Jwd4ylnyyViQ3bds73N8v3cC7dYYOMJhjK8YlC8LLOybbd7cCyrgJgy2uYDQ"
#define REVISION \
  "{\"author\":\"blvIYRa5QFqnboZd_f8iLg\",\"cells\":{\"_deleted\":false,\"strength\":850,\"title.es\":" \
  "{\"k\":\"AAECAwQFBgc\",\"o\":true,\"t\":\"Compañía de \\\"ingenieros\\\"\\n\"}},\"kind\":\"pledge\"," \
  "\"level\":\"named\",\"list\":[\"ARG\",\"BRA\"],\"owner\":\"PER\",\"parents\":[]," \
  "\"record\":\"0190a0b0-0000-7000-8000-000000000001\",\"salt\":\"ICEiIyQlJicoKSorLC0uLw\"," \
  "\"time\":1700000000000,\"v\":1,\"ver\":1}"
#define ZEROS "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"

static PazDeviceKey key;

static PazRevision *
make_revision (void)
{
  PazRevision *revision = paz_revision_new ();
  const char *list[] = { "ARG", "BRA", NULL };
  JsonObject *title = json_object_new ();

  revision->record = g_strdup ("0190a0b0-0000-7000-8000-000000000001");
  revision->kind = g_strdup ("pledge");
  revision->owner = g_strdup ("PER");
  revision->level = PAZ_LEVEL_NAMED;
  g_strfreev (revision->list);
  revision->list = g_strdupv ((char **) list);
  revision->time = G_GINT64_CONSTANT (1700000000000);
  revision->version = 1;
  for (guint i = 0; i < PAZ_SALT_BYTES; i++)
    revision->salt[i] = (guint8) (0x20 + i);

  json_object_set_string_member (title, "k", "AAECAwQFBgc");
  json_object_set_boolean_member (title, "o", TRUE);
  json_object_set_string_member (title, "t", "Compañía de \"ingenieros\"\n");
  revision->cells = json_object_new ();
  json_object_set_boolean_member (revision->cells, "_deleted", FALSE);
  json_object_set_int_member (revision->cells, "strength", 850);
  json_object_set_object_member (revision->cells, "title.es", title);

  return revision;
}

static void
test_keys (void)
{
  g_autofree char *public_key = paz_bytes_to_text (key.public_key, sizeof key.public_key);
  g_autofree char *id = paz_bytes_to_text (key.id, sizeof key.id);
  char uuid[PAZ_UUID_SIZE];

  g_assert_cmpstr (public_key, ==, "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg");
  g_assert_cmpstr (id, ==, "blvIYRa5QFqnboZd_f8iLg");

  paz_uuid_make_shared ("mission", "MINUSCA", uuid);
  g_assert_cmpstr (uuid, ==, "0cdaa1a0-db2c-86fd-a6ab-7d189e3e5191");
}

static void
test_revision (void)
{
  g_autoptr (PazRevision) revision = make_revision ();
  g_autoptr (PazRevision) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  PazDeviceKey other;

  g_assert_true (paz_revision_seal (revision, &key, &error));
  g_assert_no_error (error);
  id = paz_bytes_to_text (revision->id, sizeof revision->id);
  g_assert_cmpstr (id, ==, REVISION_ID);
  g_assert_cmpstr (revision->line, ==, "{\"rev\":" REVISION ",\"sig\":\"" SIGNATURE "\"}");

  read = paz_revision_read (revision->line, strlen (revision->line), &error);
  g_assert_no_error (error);
  g_assert_cmpmem (read->id, sizeof read->id, revision->id, sizeof revision->id);
  g_assert_cmpstr (read->owner, ==, "PER");
  g_assert_cmpint (read->level, ==, PAZ_LEVEL_NAMED);
  g_assert_cmpstr (read->list[1], ==, "BRA");
  g_assert_true (paz_revision_verify (read, key.public_key));

  g_assert_true (paz_device_key_make (&other, &error));
  g_assert_false (paz_revision_verify (read, other.public_key));
}

static void
test_edge (void)
{
  static const char expected[] =
    "{\"edge\":{\"child\":\"" REVISION_ID "\",\"parent\":\"" ZEROS "\"},\"sig\":\""
    "mOMWzjqfb_fZC9olucOo_wHLC_zkrTOq2UGg8UEmMe7I6RkAxrHlSQ5-rK7IUgSCvgMNISh8MGIVXqvr1HZ0Dw\"}";
  g_autofree char *line = NULL;
  PazEdge edge = { 0 }, read;

  g_assert_true (paz_bytes_from_text (REVISION_ID, edge.child, sizeof edge.child));
  line = paz_edge_seal (&edge, &key);
  g_assert_cmpstr (line, ==, expected);
  g_assert_true (paz_edge_read (line, strlen (line), &read, NULL));
  g_assert_cmpmem (&read, sizeof read, &edge, sizeof edge);
  g_assert_true (paz_edge_verify (line, key.public_key));
}

static void
test_link (void)
{
  static const char expected[] =
    "{\"link\":{\"name\":\"mission\",\"on\":true,\"rev\":\"" REVISION_ID "\","
    "\"to\":\"0190a0b0-0000-7000-8000-000000000002\"},\"sig\":\""
    "RH5LDg0fUo2GQF-_x18f1gTqFL_3SXucQVERyqm7pO8PtC1YKqgdtemkS1prCXGbMsf8T_9gznrQuDNE4nhHBA\"}";
  g_autofree char *line = NULL;
  g_autoptr (PazLink) read = NULL;
  PazLink link = { .name = (char *) "mission", .target = (char *) "0190a0b0-0000-7000-8000-000000000002", .on = TRUE };

  g_assert_true (paz_bytes_from_text (REVISION_ID, link.revision, sizeof link.revision));
  line = paz_link_seal (&link, &key, NULL);
  g_assert_cmpstr (line, ==, expected);
  read = paz_link_read (line, strlen (line), NULL);
  g_assert_nonnull (read);
  g_assert_cmpstr (read->target, ==, link.target);
  g_assert_true (read->on);
  g_assert_true (paz_link_verify (line, key.public_key));
}

/* ---- what is refused ---- */

static gboolean
reads (const char *inner)
{
  g_autofree char *line = g_strconcat ("{\"rev\":", inner, ",\"sig\":\"" SIGNATURE "\"}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PazRevision) revision = paz_revision_read (line, strlen (line), &error);

  if (revision == NULL)
    g_assert_error (error, PAZ_STORE_ERROR, PAZ_STORE_ERROR_INVALID);

  return revision != NULL;
}

static char *
put (const char *what,
     const char *instead)
{
  g_auto (GStrv) parts = g_strsplit (REVISION, what, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (instead, parts);
}

static void
test_refused (void)
{
  static const char * const changes[][2] = {
    { "\"level\":\"named\"", "\"level\":\"secret\"" },
    { "\"level\":\"named\"", "\"level\":\"network\"" },           /* a list beside another level */
    { "\"level\":\"named\"", "\"level\":3" },
    { "[\"ARG\",\"BRA\"]", "[\"BRA\",\"ARG\"]" },                  /* not sorted */
    { "[\"ARG\",\"BRA\"]", "[\"ARG\",\"ARG\"]" },
    { "[\"ARG\",\"BRA\"]", "[\"ARG\",\"PER\"]" },                  /* the owner */
    { "[\"ARG\",\"BRA\"]", "[\"*\"]" },
    { "[\"ARG\",\"BRA\"]", "[1]" },
    { "[\"ARG\",\"BRA\"]", "{}" },
    { "\"owner\":\"PER\"", "\"owner\":\"per\"" },
    { "\"owner\":\"PER\"", "\"owner\":\"\"" },
    { "\"parents\":[]", "\"parents\":[\"" ZEROS "\",\"" ZEROS "\"]" },
    { "\"parents\":[]", "\"parents\":[\"" REVISION_ID "\",\"" ZEROS "\"]" },
    { "\"parents\":[]", "\"parents\":[\"AAAA\"]" },
    { "\"parents\":[]", "\"parents\":null" },
    { "\"_deleted\":false,", "" },
    { "\"_deleted\":false", "\"_deleted\":0" },
    { "\"record\":\"0190a0b0-0000-7000-8000-000000000001\"", "\"record\":\"0190A0B0-0000-7000-8000-000000000001\"" },
    { "\"record\":\"0190a0b0-0000-7000-8000-000000000001\"", "\"record\":\"\"" },
    { "\"salt\":\"ICEiIyQlJicoKSorLC0uLw\"", "\"salt\":\"ICEiIyQlJicoKSorLC0uLx\"" },
    { "\"salt\":\"ICEiIyQlJicoKSorLC0uLw\",", "" },
    { "\"author\":\"blvIYRa5QFqnboZd_f8iLg\"", "\"author\":\"\"" },
    { "\"time\":1700000000000", "\"time\":-1" },
    { "\"time\":1700000000000", "\"time\":\"1700000000000\"" },
    { "\"v\":1", "\"v\":2" },
    { "\"ver\":1", "\"ver\":0" },
    { "\"ver\":1", "\"ver\":1,\"w\":1" },
    { "\"kind\":\"pledge\"", "\"in\":\"x\",\"kind\":\"pledge\"" },
    { "\"strength\":850", "\"strength\":850.5" },
  };

  g_assert_true (reads (REVISION));
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *inner = put (changes[i][0], changes[i][1]);

      g_test_message ("%s", changes[i][1]);
      g_assert_false (reads (inner));
    }
}

/* Claimed times and kinds of other programs are no reason to refuse. */
static void
test_accepted (void)
{
  static const char * const changes[][2] = {
    { "\"time\":1700000000000", "\"time\":0" },
    { "\"time\":1700000000000", "\"time\":7289568000000" },
    { "\"kind\":\"pledge\"", "\"kind\":\"kind_of_tomorrow\"" },
    { "\"ver\":1", "\"ver\":99" },
    { "\"kind\":\"pledge\"", "\"in\":\"0190a0b0-0000-7000-8000-000000000002\",\"kind\":\"pledge\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *inner = put (changes[i][0], changes[i][1]);

      g_test_message ("%s", changes[i][1]);
      g_assert_true (reads (inner));
    }
}

static gboolean
seals_with (guint n_parents,
            guint n_cells)
{
  g_autoptr (PazRevision) revision = make_revision ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_parents; i++)
    {
      guint8 *id = g_new0 (guint8, PAZ_LINE_ID_BYTES);

      id[0] = (guint8) i;
      g_ptr_array_add (ids, id);
    }
  paz_revision_set_parents (revision, ids);
  for (guint i = json_object_get_size (revision->cells); i < n_cells; i++)
    {
      g_autofree char *name = g_strdup_printf ("c%u", i);

      json_object_set_int_member (revision->cells, name, i);
    }

  return paz_revision_seal (revision, &key, NULL);
}

static void
test_limits (void)
{
  g_assert_true (seals_with (64, 256));
  g_assert_false (seals_with (65, 3));
  g_assert_false (seals_with (0, 257));
}

/* Any bit of a line changed: it is refused, or its signature does not fit. */
static void
test_forged (void)
{
  g_autoptr (PazRevision) revision = make_revision ();
  gsize length;

  g_assert_true (paz_revision_seal (revision, &key, NULL));
  length = strlen (revision->line);
  for (gsize i = 0; i < length * 8; i += 3)
    {
      g_autofree char *line = g_strdup (revision->line);
      g_autoptr (PazRevision) read = NULL;

      line[i / 8] = (char) (line[i / 8] ^ (1 << (i % 8)));
      read = paz_revision_read (line, length, NULL);
      g_assert_false (read != NULL && paz_revision_verify (read, key.public_key));
    }
}

/* A signature of one kind of line is none of another. */
static void
test_wrong_label (void)
{
  g_autoptr (PazRevision) revision = make_revision ();
  g_autofree char *edge_line = NULL;
  PazEdge edge = { 0 };
  guint8 signature[PAZ_SIGNATURE_BYTES];
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  g_assert_true (paz_revision_seal (revision, &key, NULL));
  memcpy (edge.child, revision->id, sizeof edge.child);
  crypto_sign_detached (signature, NULL, revision->id, sizeof revision->id, key.secret_key);
  text = paz_bytes_to_text (signature, sizeof signature);
  line = g_strconcat ("{\"rev\":" REVISION ",\"sig\":\"", text, "\"}", NULL);
  g_clear_pointer (&revision, paz_revision_free);
  revision = paz_revision_read (line, strlen (line), NULL);
  g_assert_nonnull (revision);
  g_assert_false (paz_revision_verify (revision, key.public_key));

  edge_line = paz_edge_seal (&edge, &key);
  g_assert_false (paz_link_verify (edge_line, key.public_key));
}

int
main (int    argc,
      char **argv)
{
  guint8 seed[32];

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  for (guint i = 0; i < sizeof seed; i++)
    seed[i] = (guint8) i;
  paz_device_key_from_seed (&key, seed);

  g_test_add_func ("/line/keys", test_keys);
  g_test_add_func ("/line/revision", test_revision);
  g_test_add_func ("/line/edge", test_edge);
  g_test_add_func ("/line/link", test_link);
  g_test_add_func ("/line/refused", test_refused);
  g_test_add_func ("/line/accepted", test_accepted);
  g_test_add_func ("/line/limits", test_limits);
  g_test_add_func ("/line/forged", test_forged);
  g_test_add_func ("/line/wrong-label", test_wrong_label);

  return g_test_run ();
}
