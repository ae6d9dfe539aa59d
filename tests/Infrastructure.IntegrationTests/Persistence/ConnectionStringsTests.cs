using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

public sealed class ConnectionStringsTests
{
    private const string Pins = "-c standard_conforming_strings=on -c DateStyle=ISO -c IntervalStyle=postgres -c search_path=public";
    private const string Limits = "-c statement_timeout=5s -c lock_timeout=3s -c idle_in_transaction_session_timeout=15s";

    private static readonly ServerLimits Straight = new(97, IsPooler: false, EndsStatements: true);
    private static readonly ServerLimits Pooled = new(97, IsPooler: true, EndsStatements: true);

    [Theory]
    [InlineData("Host=db", 100, 0)]
    [InlineData("Host=db;Max Auto Prepare=0", 0, 0)]
    [InlineData("Host=db;maxautoprepare=0", 0, 0)]
    [InlineData("Host=db;Max Auto Prepare=7", 7, 7)]
    public void Statements_are_prepared_unless_there_is_a_pooler_or_the_operator_says_otherwise(string configured, int straight, int pooled) =>
        (Tuned(configured, Straight).MaxAutoPrepare, Tuned(configured, Pooled).MaxAutoPrepare).Should().Be((straight, pooled));

    [Theory]
    [InlineData("Host=db", 32, 2, 3, 6)]
    [InlineData("Host=db;Maximum Pool Size=7;Minimum Pool Size=5;Timeout=9;Command Timeout=11", 7, 5, 9, 11)]
    [InlineData("Host=db;maxpoolsize=1;commandtimeout=30", 1, 1, 3, 30)]
    [InlineData("Host=db;Maximum Pool Size=100;Timeout=15;Command Timeout=30", 100, 2, 15, 30)]
    public void Every_wait_is_bounded_and_what_the_operator_says_stays(string configured, int most, int least, int connect, int command)
    {
        var tuned = Tuned(configured, Straight);
        (tuned.MaxPoolSize, tuned.MinPoolSize, tuned.Timeout, tuned.CommandTimeout).Should().Be((most, least, connect, command));
        (tuned.TcpKeepAlive, tuned.NoResetOnClose, tuned.GssEncryptionMode).Should().Be((true, true, GssEncryptionMode.Disable));
    }

    [Theory]
    [InlineData(97, 32)]
    [InlineData(400, 50)]
    [InlineData(40, 20)]
    [InlineData(17, 14)]
    [InlineData(2, 1)]
    public void The_pool_is_a_third_of_what_the_server_grants(int connections, int poolSize)
    {
        var server = new ServerLimits(connections, IsPooler: false, EndsStatements: true);
        server.DefaultPoolSize.Should().Be(poolSize);
        server.Require(server.DefaultPoolSize);
        FluentActions.Invoking(() => server.Require(connections + 1)).Should().Throw<Infrastructure.Settings.StartException>().WithMessage($"*Database__MaxPoolSize*grants {connections}*");
        (server with { IsPooler = true }).Require(connections + 1);
    }

    [Fact]
    public void Encoding_and_time_zone_are_the_program_s_own()
    {
        foreach (var connection in (NpgsqlConnectionStringBuilder[])[Tuned("Host=db", Straight), Tuned("Host=db", Pooled), new(ConnectionStrings.Unpooled("Host=db"))])
        {
            (connection.ClientEncoding, connection.Timezone).Should().Be(("UTF8", "UTC"));
        }
    }

    [Fact]
    public void A_pooler_gets_no_options_which_it_may_refuse() => Tuned("Host=db", Pooled).Options.Should().BeNull();

    [Fact]
    public void Options_hold_over_our_limits_and_not_over_what_the_program_relies_on()
    {
        Tuned("Host=db", Straight).Options.Should().Be($"{Limits} {Pins}");
        Tuned("Host=db;Options=-c statement_timeout=9s -c DateStyle=German", Straight).Options
            .Should().Be($"{Limits} -c statement_timeout=9s -c DateStyle=German {Pins}");
        new NpgsqlConnectionStringBuilder(ConnectionStrings.Unpooled("Host=db;Options=-c DateStyle=German")).Options.Should().Be($"-c DateStyle=German {Pins}");
    }

    private static NpgsqlConnectionStringBuilder Tuned(string configured, ServerLimits server) => new(ConnectionStrings.Tuned(configured, DatabaseLimits.Default, server));
}
