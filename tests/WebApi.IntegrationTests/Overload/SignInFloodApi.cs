using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.WebApi.IntegrationTests.Overload;

/// <summary>The API whose hashing of passwords a test can hold up. Networks are what a proxy says.</summary>
public sealed class SignInFloodApi : ApiFixture
{
    private const int PasswordMemoryKiB = 64;

    /// <summary>Closed: passwords wait.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        Gate.Set();
        await base.DisposeAsync();
        Gate.Dispose();
    }

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["ForwardedHeaders:KnownProxies"] = "127.0.0.1, ::1",
        ["Overload:QueueLength"] = "64",
        ["Overload:RequestTimeoutSeconds"] = "120",
    };

    /// <inheritdoc />
    protected override void Configure(IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IPasswordAlgorithm>(new GatedPasswordAlgorithm(new PasswordAlgorithm(PasswordMemoryKiB), Gate)));
}
