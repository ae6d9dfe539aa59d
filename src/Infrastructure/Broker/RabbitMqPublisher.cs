using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace CleanApi.Infrastructure.Broker;

/// <summary>
/// Publishes with confirms: what has returned is the broker's. One connection an instance, opened when it is needed and again when it was lost. While there is none, a circuit breaker keeps
/// it from being tried for each message, and whoever publishes is told so by the exception that means that nothing was tried.
/// </summary>
internal sealed class RabbitMqPublisher : IAsyncDisposable
{
    /// <summary>The exchange: messages are bound by the names of events.</summary>
    public const string Exchange = "cleanapi.events";

    private const int Failures = 2;

    private static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConnectionFactory factory;
    private readonly BrokerLog log;
    private readonly ResiliencePipeline breaker;
    private readonly SemaphoreSlim opening = new(1);
    private IConnection? connection;
    private IChannel? channel;

    /// <summary>Opens nothing yet.</summary>
    public RabbitMqPublisher(RabbitMqSettings settings, TimeProvider clock, ILogger<RabbitMqPublisher> logger)
    {
        log = new BrokerLog(clock, logger);
        // What was under way when a connection was lost is published again by its delivery, over one that is opened here.
        factory = new ConnectionFactory
        {
            ClientProvidedName = "CleanApi",
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedConnectionTimeout = Patience,
        };
        if (settings.Uri is { } uri)
        {
            factory.Uri = uri;
        }

        breaker = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = arguments => ValueTask.FromResult(IsLost(arguments.Outcome.Exception)),
                FailureRatio = 1,
                MinimumThroughput = Failures,
                SamplingDuration = OpenFor * Failures,
                BreakDuration = OpenFor,
            })
            .Build();
    }

    /// <summary>Publishes a message, and returns when the broker has it.</summary>
    /// <exception cref="BrokenCircuitException">The broker is not reachable.</exception>
    /// <exception cref="PublishException">It has refused the message.</exception>
    public async Task PublishAsync(string routingKey, BasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        try
        {
            await breaker.ExecuteAsync(
                async token =>
                {
                    var open = await OpenAsync(token);
                    await open.BasicPublishAsync(Exchange, routingKey, mandatory: false, properties, body, token).AsTask().WaitAsync(Patience, token);
                },
                cancellationToken);
            log.Back();
        }
        catch (Exception exception) when (IsLost(exception))
        {
            log.Lost(IsRefused(exception) ? "the broker refuses the user or the password of Messaging__RabbitMq__Uri" : "it is not reachable", exception);
            throw new BrokenCircuitException("The broker is not reachable.", OpenFor, exception);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        opening.Dispose();
    }

    // No confirm in time is a broker that does not answer: the message may have arrived, and is sent again.
    private static bool IsLost(Exception? exception) =>
        exception is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException or TimeoutException;

    private static bool IsRefused(Exception? exception) => exception is not null && (exception is PossibleAuthenticationFailureException || IsRefused(exception.InnerException));

    private async Task<IChannel> OpenAsync(CancellationToken cancellationToken)
    {
        if (channel is { IsOpen: true } present)
        {
            return present;
        }

        if (!await opening.WaitAsync(Patience, cancellationToken))
        {
            throw new TimeoutException("The connection is not opened in time.");
        }

        try
        {
            if (channel is not { IsOpen: true })
            {
                await CloseAsync();
                connection = await factory.CreateConnectionAsync(cancellationToken);
                channel = await connection.CreateChannelAsync(
                    new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellationToken);
                await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
            }

            return channel;
        }
        finally
        {
            opening.Release();
        }
    }

    private async Task CloseAsync()
    {
        var (oldChannel, oldConnection) = (channel, connection);
        (channel, connection) = (null, null);
        try
        {
            await (oldChannel?.DisposeAsync() ?? ValueTask.CompletedTask);
            await (oldConnection?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (Exception exception) when (IsLost(exception))
        {
            // It is closed already.
        }
    }
}
