namespace CleanApi.Domain.Access;

/// <summary>What a key is for; its text begins with it.</summary>
public enum ApiKeyMode
{
    /// <summary><c>sk_live_</c>: the real thing.</summary>
    Live,

    /// <summary><c>sk_test_</c>: the same data, without effects outside of it, as mail to people.</summary>
    Test,
}
