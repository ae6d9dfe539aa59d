namespace CleanApi.Domain.Access;

/// <summary>The mode of a key, which its text begins with.</summary>
public enum ApiKeyMode
{
    /// <summary><c>sk_live_</c>: production.</summary>
    Live,

    /// <summary><c>sk_test_</c>: reads the same data and changes nothing.</summary>
    Test,
}
