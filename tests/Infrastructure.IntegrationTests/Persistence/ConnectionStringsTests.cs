using CleanApi.Infrastructure.Persistence;
using Npgsql;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

public sealed class ConnectionStringsTests
{
    [Theory]
    [InlineData("Host=db", 100)]
    [InlineData("Host=db;Max Auto Prepare=0", 0)]
    [InlineData("Host=db;maxautoprepare=0", 0)]
    [InlineData("Host=db;Max Auto Prepare=7", 7)]
    public void Statements_are_prepared_unless_the_operator_says_otherwise(string configured, int expected) =>
        new NpgsqlConnectionStringBuilder(ConnectionStrings.Tuned(configured)).MaxAutoPrepare.Should().Be(expected);

    [Fact]
    public void Encoding_and_time_zone_are_the_program_s_own()
    {
        foreach (var connection in ((string[])[ConnectionStrings.Tuned("Host=db"), ConnectionStrings.Unpooled("Host=db")]).Select(text => new NpgsqlConnectionStringBuilder(text)))
        {
            (connection.ClientEncoding, connection.Timezone, connection.Options).Should().Be(("UTF8", "UTC", null), "a pooler passes the first two on, and may refuse options");
        }
    }

    [Fact]
    public void Options_keep_what_the_program_relies_on() =>
        new NpgsqlConnectionStringBuilder(ConnectionStrings.Tuned("Host=db;Options=-c statement_timeout=5s -c DateStyle=German")).Options
            .Should().StartWith("-c statement_timeout=5s").And.EndWith(
                "-c standard_conforming_strings=on -c DateStyle=ISO -c IntervalStyle=postgres -c search_path=public");
}
