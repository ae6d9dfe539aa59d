using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Modes as keys and clients write them: <c>live</c> and <c>test</c>.</summary>
public static class ApiKeyModes
{
    public const string Live = "live";
    public const string Test = "test";

    /// <summary>The name of a mode.</summary>
    public static string NameOf(ApiKeyMode mode) => mode == ApiKeyMode.Test ? Test : Live;

    /// <summary>The mode of a name.</summary>
    public static ApiKeyMode Of(string name) => name == Test ? ApiKeyMode.Test : ApiKeyMode.Live;
}
