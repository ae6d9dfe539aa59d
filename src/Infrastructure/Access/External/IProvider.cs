using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.Access;

/// <summary>One provider, in its own language.</summary>
internal interface IProvider
{
    /// <summary>Where to send the browser.</summary>
    Task<Uri> AuthorizationUrlAsync(ExternalChallenge challenge, CancellationToken cancellationToken);

    /// <summary>Verifies what the browser brought back, and says who it is.</summary>
    Task<ExternalUserInfo> IdentifyAsync(ExternalCallback callback, CancellationToken cancellationToken);
}
