using CleanApi.Domain.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>The API with <c>Auth__PasswordPolicy=asvs</c>.</summary>
public sealed class AsvsPasswordApi : AccountsApi
{
    /// <inheritdoc />
    protected override void Configure(IServiceCollection services)
    {
        base.Configure(services);
        services.Replace(ServiceDescriptor.Singleton(PasswordPolicy.Asvs));
    }
}
