using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Configuration;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

public sealed class DatabaseLimitsTests
{
    [Fact]
    public void Without_settings_a_wait_is_short_and_the_client_is_more_patient_than_the_server() =>
        DatabaseLimits.Default.Should().Match<DatabaseLimits>(limits =>
            limits.MaxPoolSize == null && limits.ConnectTimeout.TotalSeconds == 3 && limits.LockTimeout < limits.StatementTimeout
            && limits.StatementTimeout < limits.CommandTimeout && limits.CommandTimeout + limits.ConnectTimeout < TimeSpan.FromSeconds(10));

    [Theory]
    [InlineData("MaxPoolSize", "0")]
    [InlineData("MaxPoolSize", "many")]
    [InlineData("ConnectTimeoutSeconds", "-1")]
    [InlineData("StatementTimeoutSeconds", "0")]
    [InlineData("LockTimeoutSeconds", "1.5")]
    [InlineData("IdleTransactionTimeoutSeconds", "601")]
    public void A_setting_that_is_no_such_number_is_named(string name, string value) =>
        FluentActions.Invoking(() => DatabaseLimits.From(new ConfigurationManager { [$"Database:{name}"] = value }))
            .Should().Throw<StartException>().WithMessage($"Database__{name} has to be a whole number from 1 to *");

    [Fact]
    public void They_are_settings() => DatabaseOptions.From(new ConfigurationManager { ["Database:MaxPoolSize"] = "33", ["Database:StatementTimeoutSeconds"] = "20" }).Limits
        .Should().Be(DatabaseLimits.Default with { MaxPoolSize = 33, StatementTimeout = TimeSpan.FromSeconds(20) });
}
