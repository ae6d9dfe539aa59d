using CleanApi.WebApi.IntegrationTests.Users;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>An API with the address of a broker at which nobody is.</summary>
public sealed class UnreachableBrokerApi : UsersApi
{
    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Messaging:RabbitMq:Uri"] = "amqp://guest:guest@127.0.0.1:1/" };
}
