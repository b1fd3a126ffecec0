/* What was typed and not saved: kept over the end of a process, gone with the save. */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"
#include "store/paz-drafts.h"

static void
keep (PazStore *store,
      PazDraft *draft)
{
  g_autoptr (GError) error = NULL;

  paz_store_keep_draft (store, draft, &error);
  g_assert_no_error (error);
}

static void
test_changed (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Como está guardada");
  g_autoptr (PazRecord) copy = NULL;
  g_autoptr (PazRecord) stored = NULL;
  g_autoptr (PazRecord) back = NULL;
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazDraft) read = NULL;

  set_text (task, "due", "2026-12-01");
  put (fixture->store, task);
  stored = read_again (fixture->store, task);
  copy = paz_record_dup (stored);
  g_assert_null (paz_draft_new (fixture->store, copy, stored, NULL));

  set_title (fixture->store, copy, PAZ_LANGUAGE_PT, "Como está escrita “agora”\n'x'");
  set_text (copy, "due", NULL);
  paz_record_set_value (copy, field_of (copy, "start"), paz_value_new_state (PAZ_STATE_UNKNOWN));
  paz_record_set_release (copy, PAZ_LEVEL_NATIONAL, NULL);
  draft = paz_draft_new (fixture->store, copy, stored, NULL);
  keep (fixture->store, draft);
  reopen (fixture);

  read = paz_store_dup_draft (fixture->store, paz_record_get_id (task));
  g_assert_nonnull (read);
  g_assert_false (paz_draft_is_new (read));
  g_assert_cmpint (paz_draft_get_time (read), ==, paz_draft_get_time (draft));
  back = paz_draft_dup_record (read, fixture->store);
  g_assert_true (paz_record_equal (back, copy));
  g_assert_false (paz_record_is_new (back));
}

/* What others changed meanwhile stays, under what was typed. */
static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Tarea");
  g_autoptr (PazRecord) stored = NULL;
  g_autoptr (PazRecord) copy = NULL;
  g_autoptr (PazRecord) back = NULL;
  g_autoptr (PazDraft) draft = NULL;

  put (fixture->store, task);
  stored = read_again (fixture->store, task);
  copy = paz_record_dup (stored);
  set_text (copy, "due", "2027-01-01");
  draft = paz_draft_new (fixture->store, copy, stored, NULL);
  keep (fixture->store, draft);
  set_title (fixture->store, task, PAZ_LANGUAGE_ES, "Tarea cambiada");
  put (fixture->store, task);

  back = paz_draft_dup_record (draft, fixture->store);
  g_assert_cmpstr (paz_record_get_text (back, "due"), ==, "2027-01-01");
  g_assert_cmpstr (paz_record_get_words (back, "title", PAZ_LANGUAGE_ES), ==, "Tarea cambiada");
}

static void
test_new_with_contained (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (PazRecord) meeting = paz_store_create_record (fixture->store, paz_kind_find ("meeting"), NULL);
  g_autoptr (PazRecord) begun = paz_record_dup (meeting);
  g_autoptr (PazRecord) item = paz_store_create_record (fixture->store, paz_kind_find ("agenda_item"),
                                                        paz_record_get_id (meeting));
  g_autoptr (PazRecord) gone = paz_store_create_record (fixture->store, paz_kind_find ("agenda_item"),
                                                        paz_record_get_id (meeting));
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazDraft) read = NULL;
  g_autoptr (PazRecord) back = NULL;
  g_autoptr (GPtrArray) contained = NULL;

  set_title (fixture->store, item, PAZ_LANGUAGE_ES, "Apertura");
  paz_edit_put (edit, meeting);
  paz_edit_put (edit, item);
  paz_edit_remove (edit, gone);
  draft = paz_draft_new (fixture->store, meeting, begun, edit);
  g_assert_nonnull (draft);
  keep (fixture->store, draft);

  read = paz_store_dup_draft (fixture->store, paz_record_get_id (meeting));
  g_assert_true (paz_draft_is_new (read));
  back = paz_draft_dup_record (read, fixture->store);
  g_assert_true (paz_record_is_new (back));
  g_assert_cmpstr (paz_record_get_id (back), ==, paz_record_get_id (meeting));
  contained = paz_draft_list_contained (read, fixture->store);
  g_assert_cmpuint (contained->len, ==, 1);
  g_assert_true (paz_record_equal (contained->pdata[0], item));
  g_assert_cmpstr (paz_record_get_container (contained->pdata[0]), ==, paz_record_get_id (meeting));
  g_assert_cmpstr (paz_draft_get_removed (read)[0], ==, paz_record_get_id (gone));
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (PazRecord) task = make_task (fixture->store, "Tarea");
  g_autoptr (PazRecord) copy = NULL;
  g_autoptr (PazDraft) draft = NULL;
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GPtrArray) drafts = NULL;
  guint64 step;

  put (fixture->store, task);
  copy = paz_record_dup (task);
  set_text (copy, "due", "2027-01-01");
  draft = paz_draft_new (fixture->store, copy, task, NULL);
  keep (fixture->store, draft);
  drafts = paz_store_list_drafts (fixture->store);
  g_assert_cmpuint (drafts->len, ==, 1);

  paz_edit_put (edit, copy);
  paz_edit_drop_draft (edit, paz_record_get_id (copy));
  g_assert_true (paz_store_apply (fixture->store, edit, NULL, NULL, NULL, &step, NULL));
  g_assert_cmpuint (step, >, 0);
  g_assert_null (paz_store_dup_draft (fixture->store, paz_record_get_id (task)));
  /* To undo the save is not to type again. */
  undo (fixture->store);
  g_assert_null (paz_store_dup_draft (fixture->store, paz_record_get_id (task)));

  keep (fixture->store, draft);
  g_assert_true (paz_store_drop_draft (fixture->store, paz_record_get_id (task), NULL));
  g_assert_true (paz_store_drop_draft (fixture->store, paz_record_get_id (task), NULL));
  g_assert_null (paz_store_dup_draft (fixture->store, paz_record_get_id (task)));
}

/* Of a newer program, or spoilt: left alone and offered to nobody. */
static void
test_foreign (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_true (paz_store_set_setting (fixture->store, "draft:x", "{\"not\": 1}", NULL));
  g_assert_true (paz_store_set_setting (fixture->store, "draft:y",
                                        "(int64 1, ('y', 'no_such_kind', 'XX', '', true, 0, @as [], @a{sv} {}), "
                                        "@a(ssssbiasa{sv}) [], @as [])", NULL));
  g_assert_null (paz_store_dup_draft (fixture->store, "x"));
  drafts = paz_store_list_drafts (fixture->store);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
type_until_killed (const char *path,
                   int         told)
{
  PazStore *store = paz_store_open (path, PAZ_STORE_OPEN_BARE, NULL, NULL);
  g_autoptr (PazRecord) task = paz_record_new (paz_kind_find ("task"), "0190a0b0-0000-7000-8000-000000000001", "XX", NULL);
  g_autoptr (PazRecord) begun = paz_record_dup (task);

  for (guint32 i = 1; store != NULL; i++)
    {
      g_autofree char *text = g_strdup_printf ("Tecla %u", i);
      g_autoptr (PazDraft) draft = NULL;

      set_title (store, task, PAZ_LANGUAGE_ES, text);
      draft = paz_draft_new (store, task, begun, NULL);
      if (!paz_store_keep_draft (store, draft, NULL) || write (told, &i, sizeof i) != sizeof i)
        break;
    }
  _exit (1);
}

static void
test_killed (Fixture       *fixture,
             gconstpointer  data)
{
  close_store (&fixture->store);
  for (int round = 0; round < 10; round++)
    {
      g_autoptr (PazDraft) draft = NULL;
      g_autoptr (PazRecord) back = NULL;
      guint32 told = 0, last = 0;
      int ends[2], status;
      pid_t child;

      g_assert_cmpint (pipe (ends), ==, 0);
      child = fork ();
      g_assert_cmpint (child, >=, 0);
      if (child == 0)
        type_until_killed (fixture->path, ends[1]);
      close (ends[1]);
      g_assert_cmpint (read (ends[0], &told, sizeof told), ==, sizeof told);
      g_usleep ((gulong) g_test_rand_int_range (0, 20000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      for (last = told; read (ends[0], &told, sizeof told) == sizeof told;)
        last = told;
      close (ends[0]);

      fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
      draft = paz_store_dup_draft (fixture->store, "0190a0b0-0000-7000-8000-000000000001");
      g_assert_nonnull (draft);
      back = paz_draft_dup_record (draft, fixture->store);
      g_assert_cmpuint (strtoul (paz_record_get_words (back, "title", PAZ_LANGUAGE_ES) + strlen ("Tecla "), NULL, 10),
                        >=, last);
      close_store (&fixture->store);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/drafts/changed", test_changed);
  add ("/drafts/merged", test_merged);
  add ("/drafts/new-with-contained", test_new_with_contained);
  add ("/drafts/saved", test_saved);
  add ("/drafts/foreign", test_foreign);
  add ("/drafts/killed", test_killed);

  return g_test_run ();
}
