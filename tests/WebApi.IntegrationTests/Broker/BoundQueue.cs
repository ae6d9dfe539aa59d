using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Http;
using RabbitMQ.Client;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>A durable queue of a consumer that is bound to the exchange of events.</summary>
internal sealed class BoundQueue : IAsyncDisposable
{
    private const string Exchange = "cleanapi.events";

    private readonly IConnection connection;
    private readonly IChannel channel;
    private readonly string name;

    private BoundQueue(IConnection connection, IChannel channel, string name) => (this.connection, this.channel, this.name) = (connection, channel, name);

    /// <summary>Binds a queue; one of that name that is there already stays as it is.</summary>
    public static async Task<BoundQueue> OpenAsync(Uri broker, string name, string pattern)
    {
        var opened = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync();
        var model = await opened.CreateChannelAsync();
        await model.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true);
        await model.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false);
        await model.QueueBindAsync(name, Exchange, pattern);
        return new BoundQueue(opened, model, name);
    }

    /// <summary>Takes so many messages, each with its routing key, properties and CloudEvent.</summary>
    public async Task<IReadOnlyList<(string Key, IReadOnlyBasicProperties Properties, JsonElement CloudEvent)>> TakeAsync(int count, Action? meanwhile = null)
    {
        List<(string, IReadOnlyBasicProperties, JsonElement)> taken = [];
        await Probe.UntilAsync($"{count} messages arrive", async () =>
        {
            meanwhile?.Invoke();
            while (taken.Count < count && await channel.BasicGetAsync(name, autoAck: true) is { } message)
            {
                taken.Add((message.RoutingKey, message.BasicProperties, JsonElement.Parse(message.Body.Span)));
            }

            return taken.Count == count;
        });
        return taken;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
