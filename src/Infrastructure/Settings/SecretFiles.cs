using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Settings;

/// <summary>Secrets in files, as container platforms mount them: <c>Auth__KeyEncryptionKey_FILE=/run/secrets/key</c>. Read once, at the start.</summary>
public static class SecretFiles
{
    private const int MaxLength = 64 * 1024;

    /// <summary>Adds the content of each file that a setting names, without the line break at its end.</summary>
    /// <exception cref="StartException">A file cannot be read or is empty, or the setting is there as well; names it.</exception>
    public static void AddSecretFiles(this IConfigurationManager configuration)
    {
        Dictionary<string, string?> secrets = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, path) in configuration.AsEnumerable())
        {
            if (!string.IsNullOrEmpty(path) && SettingName.IsFile(key, out var name) && SettingName.All.Any(setting => setting.IsSecret && setting.Matches(name)))
            {
                secrets[name] = string.IsNullOrEmpty(configuration[name])
                    ? Read(SettingName.Shown(key), path)
                    : throw new StartException($"{SettingName.Shown(name)} and {SettingName.Shown(key)} are both set. Leave one of them out.");
            }
        }

        configuration.AddInMemoryCollection(secrets);
    }

    // What is no file is not repeated: it may be the secret itself.
    private static string Read(string setting, string path)
    {
        if (!File.Exists(path))
        {
            throw new StartException($"{setting} does not name a file that exists. Name the file that has the secret.");
        }

        try
        {
            using var file = new StreamReader(path);
            var text = new char[MaxLength + 1];
            var length = file.ReadBlock(text);
            return length > MaxLength ? throw new StartException($"{setting} names {path}, which is longer than any secret.")
                : new string(text, 0, length).TrimEnd('\r', '\n') is { Length: > 0 } secret ? secret
                : throw new StartException($"{setting} names {path}, which is empty.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartException($"{setting} names {path}, which cannot be read ({exception.Message.TrimEnd('.')}). Name a file that this user may read.", exception);
        }
    }
}
