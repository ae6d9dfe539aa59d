using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The names of modes in keys and in the API: <c>live</c> and <c>test</c>.</summary>
public static class ApiKeyModes
{
    public const string Live = "live";
    public const string Test = "test";

    /// <summary>The name of a mode.</summary>
    public static string NameOf(ApiKeyMode mode) => mode == ApiKeyMode.Test ? Test : Live;

    /// <summary>The mode with a name.</summary>
    public static ApiKeyMode Of(string name) => name == Test ? ApiKeyMode.Test : ApiKeyMode.Live;
}
