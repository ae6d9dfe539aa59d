using CleanApi.Architecture.Tests.Support;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>Requests come from outside the application, and from nowhere else.</summary>
public sealed class RequestRuleTests
{
    [Fact]
    public void No_class_of_the_application_sends_a_request() =>
        Repository.Sources("src/Application").SelectMany(file => RequestRule.Sends(file).Select(file.Place))
            .Should().BeEmpty("the same module calls a service, another module's contract is called; a request passes the pipeline once");

    [Fact]
    public void A_request_is_a_command_or_a_query() =>
        Repository.Sources("src").SelectMany(file => RequestRule.OfNoKind(file).Select(file.Place)).Should().BeEmpty();

    [Fact]
    public void Every_public_request_is_sent_from_the_web()
    {
        var sent = Repository.Sources("src/WebApi").AsParallel().SelectMany(RequestRule.Sendable).ToHashSet(StringComparer.Ordinal);
        Code.Requests.Where(request => request.IsPublic && !sent.Contains(request.FullName!)).Select(request => request.FullName)
            .Should().BeEmpty("what has no caller outside of the application is a method of a service or contract");
    }

    [Theory]
    [InlineData("internal sealed class SampleHandler(ISender sender) { Task Run() => sender.Send(new object()); }", true)]
    [InlineData("internal sealed class Sample { Task Run(IServiceProvider services) => services.GetRequiredService<IMediator>().Send(new object()); }", true)]
    [InlineData("internal sealed class SampleHandler(IUserDirectory users) { string Sender => \"ISender\"; }", false)]
    public void Something_that_sends_is_found(string code, bool isFound) => RequestRule.Sends(SourceFile.Sample(code)).Any().Should().Be(isFound);

    [Theory]
    [InlineData("public sealed record Sample : IRequest<Unit>;", true)]
    [InlineData("public sealed record Sample(int A) : IAboutUser, IRequest;", true)]
    [InlineData("public sealed record Sample : IStreamRequest<int>;", true)]
    [InlineData("public sealed record Sample : ICommand<Unit>;", false)]
    [InlineData("public interface IQuery<out T> : IRequest<T>;", false)]
    public void A_request_of_no_kind_is_found(string code, bool isFound) => RequestRule.OfNoKind(SourceFile.Sample(code)).Any().Should().Be(isFound);

    [Theory]
    [InlineData("class Sample { object Make() => new Wanted(); }", true)]
    [InlineData("class Sample { Wanted Make() => new(); }", true)]
    [InlineData("class Sample { void Bind(Wanted command) { } }", true)]
    [InlineData("class Sample { void Bind(Task<Wanted> command) { } }", true)]
    [InlineData("class Sample { Type Type => typeof(Wanted); /* new Wanted() */ }", false)]
    [InlineData("interface IExamples; class Sample : IExamples { object[] Values => [new Wanted()]; }", false)]
    public void A_request_that_the_web_sends_is_found(string code, bool isFound) =>
        RequestRule.Sendable(SourceFile.Sample($"record Wanted; {code}")).Contains("Wanted").Should().Be(isFound);
}
