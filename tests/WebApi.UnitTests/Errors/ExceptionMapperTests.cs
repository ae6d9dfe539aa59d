using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Errors;

public sealed class ExceptionMapperTests
{
    private readonly IExceptionTranslator translator = Substitute.For<IExceptionTranslator>();

    [Theory]
    [Trait("Requirement", "R141")]
    [Trait("Requirement", "R142")]
    [Trait("Requirement", "R64")]
    [InlineData("Production", "An unexpected error occurred")]
    [InlineData("Staging", "An unexpected error occurred")]
    [InlineData("Development", "secret table missing")]
    public void Exposes_the_message_of_an_unexpected_error_in_development_only(string environment, string message)
    {
        var error = Mapper(environment).Map(new InvalidOperationException("secret table missing"));

        (error.StatusCode, error.Code, error.Message).Should().Be((500, ErrorCodes.Internal, message));
    }

    [Theory]
    [InlineData(400, 400, ErrorCodes.MalformedRequest)]
    [InlineData(408, 400, ErrorCodes.BadRequest)]
    [InlineData(413, 413, ErrorCodes.PayloadTooLarge)]
    [InlineData(415, 415, ErrorCodes.UnsupportedMediaType)]
    [InlineData(431, 400, ErrorCodes.BadRequest)]
    public void Maps_errors_of_the_host(int status, int expected, string code)
    {
        var error = Mapper().Map(new BadHttpRequestException("Reason", status));

        (error.StatusCode, error.Code).Should().Be((expected, code));
    }

    [Fact]
    public void Keeps_an_application_error()
    {
        var error = new ConflictError(ReasonCodes.InUse, "No");

        Mapper().Map(error).Should().BeSameAs(error);
        Mapper().Map(new AggregateException(error)).Should().BeSameAs(error);
    }

    [Fact]
    [Trait("Requirement", "R140")]
    public void Uses_the_translators()
    {
        var exception = new TimeoutException();
        var error = new ServiceUnavailableError(TimeSpan.FromSeconds(1));
        translator.Translate(exception).Returns(error);

        Mapper().Map(exception).Should().BeSameAs(error);
        Mapper().Map(new TimeoutException()).Code.Should().Be(ErrorCodes.Internal);
    }

    [Fact]
    [Trait("Requirement", "R225")]
    public void Has_an_error_for_every_bare_status() =>
        Enumerable.Range(400, 200).Select(status => (status, error: HttpError.FromStatus(status, isRoute: false)))
            .Should().AllSatisfy(pair =>
            {
                pair.error.StatusCode.Should().Be(pair.status);
                ErrorCatalogue.Find(pair.error.Code).Should().NotBeNull();
            });

    private ExceptionMapper Mapper(string environment = "Production")
    {
        var host = Substitute.For<IHostEnvironment>();
        host.EnvironmentName.Returns(environment);
        return new ExceptionMapper(translator, host);
    }
}
