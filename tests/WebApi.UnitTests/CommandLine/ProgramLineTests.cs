using CleanApi.Domain.Common;
using CleanApi.Domain.Events;
using CleanApi.WebApi.CommandLine;

namespace CleanApi.WebApi.UnitTests.CommandLine;

/// <summary>How the arguments of the program are read.</summary>
public sealed class ProgramLineTests
{
    private static readonly string Delivery = TypeId.New<OutboxDeliveryId>(DateTimeOffset.UnixEpoch).ToString();

    [Theory]
    [InlineData("")]
    [InlineData("--Urls=http://127.0.0.1:8080 /Auth:Issuer=https://x Database:MaxPoolSize=5")]
    [InlineData("--environment Development --Urls http://127.0.0.1:8080")]
    public void Settings_alone_have_it_serve(string line)
    {
        var read = Read(line);

        (read.Command, read.Answer).Should().Be((null, null));
        string.Join(' ', read.Settings).Should().Be(line);
    }

    [Theory]
    [InlineData("outbox list")]
    [InlineData("--environment=Development outbox list")]
    [InlineData("--environment Development outbox list --Urls=http://127.0.0.1:0")]
    public void A_word_is_a_command_whose_settings_are_kept_apart(string line)
    {
        var read = Read(line);

        read.Command!.Words.Should().Be("outbox list");
        read.Arguments.Should().BeEmpty();
        read.Settings.Should().NotContain("outbox").And.HaveCount(line.Split(' ').Length - 2);
    }

    [Fact]
    public void What_follows_a_command_is_its_arguments()
    {
        var read = Read($"outbox replay {Delivery} --Urls=http://127.0.0.1:0");

        read.Command!.Words.Should().Be("outbox replay");
        read.Arguments.Should().Equal(Delivery);
    }

    [Theory]
    [InlineData("outbox drop --handler posts.notify")]
    [InlineData("outbox drop --handler=posts.notify --Urls=http://127.0.0.1:0")]
    public void An_option_of_a_command_is_written_in_two_ways(string line)
    {
        var read = Read(line);

        read.Arguments.Should().Equal("--handler", "posts.notify");
        read.Settings.Should().NotContain(setting => setting.StartsWith("--handler", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("help", "Usage: ")]
    [InlineData("--help", "outbox replay DELIVERY")]
    [InlineData("-h", "a setting is --name=value")]
    [InlineData("outbox --help", "outbox list")]
    [InlineData("help outbox", "outbox list")]
    [InlineData("help outbox replay", "Usage: dotnet CleanApi.WebApi.dll outbox replay DELIVERY")]
    [InlineData("outbox replay -h", "Usage: dotnet CleanApi.WebApi.dll outbox replay DELIVERY")]
    public void Help_is_no_failure(string line, string said)
    {
        var answer = Read(line).Answer!;

        answer.ExitCode.Should().Be(0);
        answer.Text.Should().ContainEquivalentOf(said);
    }

    [Theory]
    [InlineData("outbx list", "outbx is no command.")]
    [InlineData("serve", "serve is no command.")]
    [InlineData("help nonsense", "nonsense is no command.")]
    [InlineData("--environment=Development outbx", "outbx is no command.")]
    [InlineData("outbox", "outbox is no command.")]
    [InlineData("outbox lst", "outbox lst is no command.")]
    [InlineData("outbox list now", "now is not expected.")]
    [InlineData("outbox replay", "Which deliveries?")]
    [InlineData("outbox drop all", "all is not expected")]
    [InlineData("outbox drop --handler", "--handler needs the name of a handler.")]
    [InlineData("outbox drop --handler a --to b", "--handler needs the name of a handler.")]
    [InlineData("outbox replay --to b", "--handler needs the name of a handler, and --to behind it another one.")]
    [InlineData("outbox show", "Which delivery?")]
    [InlineData("outbox replay evt_01h2xcejqtf2nbrexx3vqjhp41", "evt_01h2xcejqtf2nbrexx3vqjhp41 is no delivery")]
    [InlineData("outbox replay --all", "--all is no delivery")]
    public void What_is_none_is_named_with_what_there_is(string line, string said)
    {
        var answer = Read(line).Answer!;

        answer.ExitCode.Should().Be(CommandAnswer.WrongUse);
        answer.Text.Should().StartWith(said).And.Contain("outbox");
    }

    [Fact]
    public void Each_command_has_words_of_its_own_and_says_what_it_does()
    {
        CommandTable.All.Select(command => command.Words).Should().OnlyHaveUniqueItems().And.AllSatisfy(words => words.Should().MatchRegex("^[a-z-]+( [a-z-]+)*$"));
        CommandTable.All.Should().OnlyContain(command => command.Summary.EndsWith('.') && !command.Summary.Contains('\n'));
        CommandTable.All.Should().OnlyContain(command => CommandTable.Find(command.Words.Split(' ', StringSplitOptions.None)) == command);
    }

    private static ProgramLine Read(string line) => ProgramLine.Read(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
