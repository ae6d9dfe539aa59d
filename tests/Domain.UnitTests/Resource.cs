namespace CleanApi.Domain.UnitTests;

/// <summary>Files that the test assembly carries.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("Not embedded", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
