using CleanApi.Application.Common.Services;

namespace CleanApi.Application.Access;

/// <inheritdoc cref="IExternalSignIn" />
[Service]
internal sealed class ExternalSignIn(IExternalProviders providers) : IExternalSignIn
{
    public bool IsOffered => providers.All.Count > 0;
}
