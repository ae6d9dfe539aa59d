using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.Broker;

/// <summary>The broker that events go to: <c>Messaging:RabbitMq:Uri</c>.</summary>
/// <param name="Uri">Where it is, with user, password and virtual host; null: there is none.</param>
internal sealed record RabbitMqSettings(Uri? Uri)
{
    private const string Key = "Messaging:RabbitMq:Uri";

    /// <summary>Reads and checks it.</summary>
    /// <exception cref="StartException">It is no address of a broker; the message does not repeat it, because it holds a password.</exception>
    public static RabbitMqSettings Read(IConfiguration configuration) => new(
        string.IsNullOrWhiteSpace(configuration[Key]) ? null
        : Uri.TryCreate(configuration[Key], UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps" && uri.Host.Length > 0 ? uri
        : throw new StartException($"{SettingName.Shown(Key)} has to be the address of a broker, such as amqps://user:password@broker.example.com/vhost."));

    /// <summary>Without the password.</summary>
    public override string ToString() => nameof(RabbitMqSettings);
}
