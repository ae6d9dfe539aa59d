using CleanApi.Infrastructure.Broker;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.WebApi.IntegrationTests.Broker;

/// <summary>The address of the broker is checked when the program starts.</summary>
public sealed class BrokerSettingTests
{
    [Theory]
    [InlineData("http://user:hidden@broker.example.com")]
    [InlineData("amqp:user:hidden@broker")]
    [InlineData("broker.example.com")]
    [InlineData("amqps://")]
    public void What_is_no_address_of_a_broker_is_refused_in_one_line_without_the_password(string uri)
    {
        var reading = () => RabbitMqSettings.Read(new ConfigurationManager { ["Messaging:RabbitMq:Uri"] = uri });

        reading.Should().Throw<StartException>().Which.Message.Should().StartWith("Messaging__RabbitMq__Uri has to be the address of a broker")
            .And.NotContainAny("\n", "hidden");
    }

    [Theory]
    [InlineData("amqp://guest:guest@127.0.0.1:5672/")]
    [InlineData("amqps://user:password@broker.example.com/vhost")]
    public void Addresses_with_and_without_TLS_are_taken(string uri) =>
        RabbitMqSettings.Read(new ConfigurationManager { ["Messaging:RabbitMq:Uri"] = uri }).Uri.Should().Be(new Uri(uri));
}
