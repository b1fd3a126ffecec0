/* A folder of its own with a store, and the program as a subprocess. */
#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *store;
  char *out;       /* of the last run */
  char *err;
} Cli;

/* Everything below the folder, which is ours alone. */
static inline void
cli_remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      cli_remove_all (child);
    }
  g_remove (path);
}

static inline void
cli_set_up (Cli           *cli,
            gconstpointer  data)
{
  cli->folder = g_dir_make_tmp ("relacopaz-cli-XXXXXX", NULL);
  g_assert_nonnull (cli->folder);
  cli->store = g_build_filename (cli->folder, "desk.relacopaz", NULL);
}

static inline void
cli_tear_down (Cli           *cli,
               gconstpointer  data)
{
  cli_remove_all (cli->folder);
  g_assert_false (g_file_test (cli->folder, G_FILE_TEST_EXISTS));
  g_free (cli->folder);
  g_free (cli->store);
  g_free (cli->out);
  g_free (cli->err);
}

/* Keys of devices and the usual store go to the folder, too. */
static inline char **
cli_make_environment (Cli        *cli,
                      const char *language)
{
  char **environment = g_get_environ ();

  environment = g_environ_setenv (environment, "HOME", cli->folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_DATA_HOME", cli->folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_CONFIG_HOME", cli->folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_STATE_HOME", cli->folder, TRUE);
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", cli->folder, TRUE);
  environment = g_environ_unsetenv (environment, "LANGUAGE");
  if (language != NULL)
    environment = g_environ_setenv (environment, "LC_ALL", language, TRUE);

  return environment;
}

/* argv ends with NULL. Returns the exit; output is in cli->out and cli->err. */
static inline int
cli_spawn (Cli         *cli,
           const char  *language,
           char       **argv)
{
  g_auto (GStrv) environment = cli_make_environment (cli, language);
  g_autoptr (GError) error = NULL;
  int status;

  g_clear_pointer (&cli->out, g_free);
  g_clear_pointer (&cli->err, g_free);
  g_spawn_sync (cli->folder, argv, environment, G_SPAWN_DEFAULT, NULL, NULL,
                &cli->out, &cli->err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  g_assert_true (g_utf8_validate (cli->out, -1, NULL));
  g_assert_true (g_utf8_validate (cli->err, -1, NULL));

  return WEXITSTATUS (status);
}

/* The program on the fixture's store; the words end with NULL. */
G_GNUC_NULL_TERMINATED
static inline int
cli_run (Cli *cli,
         ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  va_list words;
  char *word;

  g_ptr_array_add (argv, (char *) g_getenv ("RELACOPAZ_CLI"));
  g_ptr_array_add (argv, (char *) "--store");
  g_ptr_array_add (argv, cli->store);
  va_start (words, cli);
  while ((word = va_arg (words, char *)) != NULL)
    g_ptr_array_add (argv, word);
  va_end (words);
  g_ptr_array_add (argv, NULL);

  return cli_spawn (cli, NULL, (char **) argv->pdata);
}

/* Fails with what the program said when the exit is another. */
#define cli_assert(cli, exit, ...)                                            \
  G_STMT_START {                                                              \
    int cli_exit = cli_run ((cli), __VA_ARGS__, NULL);                        \
    if (cli_exit != (exit))                                                   \
      g_error ("%s:%d: exit %d, not %d\n%s%s", __FILE__, __LINE__,            \
               cli_exit, (exit), (cli)->out, (cli)->err);                     \
  } G_STMT_END

#define cli_assert_says(cli, text)                                            \
  G_STMT_START {                                                              \
    if (strstr ((cli)->err, (text)) == NULL)                                  \
      g_error ("%s:%d: no \"%s\" in:\n%s", __FILE__, __LINE__, (text), (cli)->err); \
  } G_STMT_END

#define cli_assert_prints(cli, text)                                          \
  G_STMT_START {                                                              \
    if (strstr ((cli)->out, (text)) == NULL)                                  \
      g_error ("%s:%d: no \"%s\" in:\n%s", __FILE__, __LINE__, (text), (cli)->out); \
  } G_STMT_END

/* What was printed, as JSON. */
static inline JsonNode *
cli_parse (Cli *cli)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (cli->out, &error);

  if (node == NULL)
    g_error ("no JSON: %s\n%s", error != NULL ? error->message : "empty", cli->out);

  return node;
}

/* The first line, for ids and paths. */
static inline char *
cli_dup_line (Cli *cli)
{
  return g_strndup (cli->out, strcspn (cli->out, "\n"));
}

/* A real file of the UN beside the project, or NULL after g_test_skip. */
static inline char *
cli_dup_shared (const char *name)
{
  const char *shared = g_getenv ("RELACOPAZ_SHARED");
  g_autofree char *path = g_build_filename (shared != NULL ? shared : ".", "data", "un", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the UN files are not beside the project");
  return NULL;
}
