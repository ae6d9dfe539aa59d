using CleanApi.Tests.Shared;
using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>An API that publishes to a broker of its own.</summary>
public sealed class BrokerApi : UsersApi
{
    /// <summary>The broker.</summary>
    internal RabbitMqServer Server { get; private set; } = null!;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Messaging:RabbitMq:Uri"] = Server.Uri.ToString() };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        Server = await RabbitMqServer.StartNewAsync();
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
    }
}
