using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The API with a controller that fails on request.</summary>
public class FailingApi : ApiFixture
{
    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) => services.AddControllers().AddApplicationPart(typeof(FailingApi).Assembly);
}
