using CleanApi.WebApi.IntegrationTests.Support;

namespace CleanApi.WebApi.IntegrationTests.Start;

/// <summary>The program as a command, as an operator calls it.</summary>
public sealed class CommandLineTests : StartFailureTest
{
    [Theory]
    [InlineData("help", 0)]
    [InlineData("outbx", 2)]
    [InlineData("outbox", 2)]
    public async Task Its_use_needs_no_settings_and_starts_no_server(string word, int code)
    {
        await using var program = ProgramProcess.Start([word], ("Auth__KeyEncryptionKey", ""), ("Urls", "nowhere"));

        (await program.ExitAsync()).Should().Be(code);
        program.Lines.Should().Contain(line => line.Contains("outbox list", StringComparison.Ordinal)).And.NotContain(line => line.Contains("Urls has", StringComparison.Ordinal));
        program.Results.Should().HaveCount(code == 0 ? program.Lines.Count : 0, "what was asked for is a result, and what is wrong is not");
    }

    [Fact]
    public async Task A_wrong_setting_is_one_line()
    {
        await using var program = ProgramProcess.Start(["outbox", "list"], ("ConnectionStrings__CleanApi", Connection), ("Database__MaxPoolSize", "many"));

        (await program.ExitAsync()).Should().Be(1);
        program.Results.Should().BeEmpty();
        program.Lines.Should().ContainSingle().Which.Should().StartWith("CleanApi cannot start. Database__MaxPoolSize has to be");
    }

    [Fact]
    public async Task Results_are_on_standard_output_and_lines_of_log_are_not()
    {
        await using var program = ProgramProcess.Start(
            ["outbox", "list", "--Logging:LogLevel:Default=Debug"], ("ConnectionStrings__CleanApi", Connection), ("Urls", Address));

        (await program.ExitAsync()).Should().Be(0, string.Join('\n', program.Lines));
        program.Results.Should().BeEmpty("nothing was given up");
        program.Lines.Should().NotBeEmpty("the log is at its most").And.NotContain(line => line.Contains("Now listening", StringComparison.Ordinal));
    }
}
