using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>The configured external identity providers.</summary>
public interface IExternalProviders
{
    /// <summary>All providers, ordered by name.</summary>
    IReadOnlyList<ExternalProvider> All { get; }

    /// <summary>Returns a provider by name; ignores case.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    ExternalProvider Get(string name);

    /// <summary>Returns the authorization request as a URL.</summary>
    /// <exception cref="UpstreamError">The provider cannot be reached, or its metadata is invalid.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider timed out.</exception>
    Task<Uri> AuthorizationUrlAsync(string provider, ExternalChallenge challenge, CancellationToken cancellationToken);

    /// <summary>Verifies the callback and returns the user. Calls the provider, so not inside a transaction.</summary>
    /// <exception cref="ExternalSignInException">The user or the provider denied access, or the callback is invalid.</exception>
    /// <exception cref="UpstreamError">The provider failed.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider timed out.</exception>
    Task<ExternalUserInfo> IdentifyAsync(string provider, ExternalCallback callback, CancellationToken cancellationToken);
}
