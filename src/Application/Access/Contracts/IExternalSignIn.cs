namespace CleanApi.Application.Access;

/// <summary>Sign-in with other providers, as other modules see it.</summary>
public interface IExternalSignIn
{
    /// <summary>Whether any provider is set up.</summary>
    bool IsOffered { get; }
}
