/* A small store in a folder of its own, and the few moves every test of it makes. Owned by store. */
#pragma once

#include <glib/gstdio.h>

#include "paz-store-private.h"

typedef struct
{
  char     *folder;
  char     *path;
  PazStore *store;
} Fixture;

static inline PazStore *
open_store (const char        *path,
            PazStoreOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;
  PazStore *store = paz_store_open (path, flags, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static inline void
close_store (PazStore **store)
{
  g_autoptr (GError) error = NULL;

  paz_store_close (*store, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (*store);
  *store = NULL;
}

static inline void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("paz-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "store.relacopaz", NULL);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE);
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static inline void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->store != NULL)
    close_store (&fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* The same store in a folder in memory, where there is one: for tests that write very often. */
static inline void
move_to_memory (Fixture *fixture)
{
  g_autofree char *folder = g_strdup ("/dev/shm/paz-store-XXXXXX");

  if (g_mkdtemp (folder) == NULL)
    return;
  fixture_tear_down (fixture, NULL);
  fixture->folder = g_steal_pointer (&folder);
  fixture->path = g_build_filename (fixture->folder, "store.relacopaz", NULL);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_CREATE | PAZ_STORE_OPEN_BARE);
}

static inline void
reopen (Fixture *fixture)
{
  close_store (&fixture->store);
  fixture->store = open_store (fixture->path, PAZ_STORE_OPEN_BARE);
}

static inline const PazField *
field_of (PazRecord  *record,
          const char *key)
{
  const PazField *field = paz_kind_find_field (paz_record_get_kind (record), key);

  g_assert_nonnull (field);
  return field;
}

static inline void
set_title (PazStore    *store,
           PazRecord   *record,
           PazLanguage  language,
           const char  *text)
{
  const PazField *field = field_of (record, "title");
  g_autoptr (PazTrilingual) title = paz_trilingual_from_value (paz_record_get_value (record, field));
  g_autofree char *key = paz_store_make_text_key (store);

  paz_trilingual_set_text (title, language, text, key);
  paz_record_set_value (record, field, paz_trilingual_to_value (title));
}

static inline void
set_text (PazRecord  *record,
          const char *key,
          const char *text)
{
  paz_record_set_value (record, field_of (record, key), text != NULL ? g_variant_new_string (text) : NULL);
}

static inline PazRecord *
make_task (PazStore   *store,
           const char *title)
{
  PazRecord *task = paz_store_create_record (store, paz_kind_find ("task"), NULL);

  set_title (store, task, PAZ_LANGUAGE_ES, title);
  return task;
}

/* The step, 0 when nothing differed. */
static inline guint64
put (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  paz_edit_put (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);

  return step;
}

static inline guint64
erase (PazStore  *store,
       PazRecord *record)
{
  g_autoptr (PazEdit) edit = paz_edit_new ();
  g_autoptr (GError) error = NULL;
  guint64 step = 0;

  paz_edit_remove (edit, record);
  paz_store_apply (store, edit, NULL, NULL, NULL, &step, &error);
  g_assert_no_error (error);

  return step;
}

static inline PazRecord *
read_again (PazStore  *store,
     PazRecord *record)
{
  g_autoptr (GError) error = NULL;
  PazRecord *read = paz_store_dup_record (store, paz_record_get_id (record), &error);

  g_assert_no_error (error);
  return read;
}

static inline void
undo (PazStore *store)
{
  g_autoptr (GError) error = NULL;

  paz_store_undo (store, &error);
  g_assert_no_error (error);
}

static inline void
redo (PazStore *store)
{
  g_autoptr (GError) error = NULL;

  paz_store_redo (store, &error);
  g_assert_no_error (error);
}

typedef void (* FixtureTest) (Fixture *fixture, gconstpointer data);

static inline void
add (const char  *path,
     FixtureTest  test)
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}
