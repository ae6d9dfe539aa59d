using CleanApi.Domain.Errors;

namespace CleanApi.Application.Access;

/// <summary>The providers that people can sign in with, as the settings name them.</summary>
public interface IExternalProviders
{
    /// <summary>All of them, in the order of their names.</summary>
    IReadOnlyList<ExternalProvider> All { get; }

    /// <summary>The provider of a name, whatever its case.</summary>
    /// <exception cref="NotFoundError">There is none.</exception>
    ExternalProvider Get(string name);

    /// <summary>Where to send the browser.</summary>
    /// <exception cref="UpstreamError">The provider cannot be reached, or does not describe itself as it should.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider does not answer in time.</exception>
    Task<Uri> AuthorizationUrlAsync(string provider, ExternalChallenge challenge, CancellationToken cancellationToken);

    /// <summary>Verifies what the browser brought back, and says who it is. Asks the provider: not inside a transaction.</summary>
    /// <exception cref="ExternalSignInException">The person or the provider refused, or what came back is not right.</exception>
    /// <exception cref="UpstreamError">The provider failed.</exception>
    /// <exception cref="UpstreamTimeoutError">The provider did not answer in time.</exception>
    Task<ExternalUserInfo> IdentifyAsync(string provider, ExternalCallback callback, CancellationToken cancellationToken);
}
