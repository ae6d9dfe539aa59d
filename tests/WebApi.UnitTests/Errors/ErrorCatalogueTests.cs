using System.Reflection;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.OpenApi;

namespace CleanApi.WebApi.UnitTests.Errors;

public sealed class ErrorCatalogueTests
{
    [Fact]
    [Trait("Requirement", "R51")]
    public void Describes_every_error_code() =>
        ErrorCatalogue.Errors.Select(entry => entry.Code).Should().BeEquivalentTo(Constants(typeof(ErrorCodes)));

    [Fact]
    [Trait("Requirement", "R50")]
    public void Describes_every_field_code() =>
        ErrorCatalogue.Fields.Select(entry => entry.Code).Should().BeEquivalentTo(Constants(typeof(FieldCodes)));

    [Fact]
    [Trait("Requirement", "R50")]
    [Trait("Requirement", "R243")]
    public void Describes_every_reason() =>
        ErrorCatalogue.Reasons.Select(entry => entry.Code).Should().BeEquivalentTo(Constants(typeof(ReasonCodes)));

    [Fact]
    public void Does_not_give_a_code_two_meanings() =>
        ErrorCatalogue.Reasons.Select(entry => entry.Code).Should().NotIntersectWith(
            ErrorCatalogue.Fields.Select(entry => entry.Code).Concat(ErrorCatalogue.Errors.Select(entry => entry.Code)));

    [Fact]
    [Trait("Requirement", "R50")]
    public void Names_the_error_that_a_reason_comes_with()
    {
        var declared = typeof(ProducesErrorAttribute).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<ProducesErrorAttribute>()).Where(error => error.Reason is not null).ToList();

        declared.Should().HaveCountGreaterThan(10).And.AllSatisfy(error => ErrorCatalogue.FindReason(error.Reason!)!.Error.Should().Be(error.Code, "{0}", error.Reason));
        ErrorCatalogue.Reasons.Should().AllSatisfy(entry => ErrorCatalogue.Find(entry.Error!).Should().NotBeNull("{0} needs an error to come with", entry.Code));
        ErrorCatalogue.Fields.Should().AllSatisfy(entry => entry.Error.Should().BeNull());
    }

    [Fact]
    public void Has_no_empty_texts() =>
        ErrorCatalogue.Errors.Should().AllSatisfy(entry =>
            new[] { entry.Title, entry.Description, entry.Cause, entry.Remedy, entry.Example }.Should().NotContain(text => string.IsNullOrWhiteSpace(text)));

    [Fact]
    public void Gives_every_code_a_title_of_its_own() => ErrorCatalogue.Errors.Select(entry => entry.Title).Should().OnlyHaveUniqueItems();

    [Fact]
    [Trait("Requirement", "R50")]
    public void Uses_only_codes_of_the_list_in_its_examples() =>
        ErrorCatalogue.Errors.SelectMany(entry => entry.Details).Select(detail => detail.Code).Should().BeSubsetOf(Constants(typeof(FieldCodes)).Concat(Constants(typeof(ReasonCodes))));

    [Fact]
    [Trait("Requirement", "R128")]
    public void Agrees_with_the_errors_on_their_status()
    {
        AppException[] errors =
        [
            new MalformedRequestError(""), new BadRequestError(""), new AuthenticationError(), AuthorizationError.InsufficientRole(), new NotFoundError("User"),
            new ConflictError(ReasonCodes.InUse, ""), new DuplicateValueError("email"), new GoneError(ReasonCodes.InUse, ""), new PreconditionFailedError(), new PayloadTooLargeError(""),
            new UnsupportedMediaTypeError(""),
            new ValidationError([]), new RateLimitError(TimeSpan.Zero), new UpstreamError(),
            new ServiceUnavailableError(TimeSpan.Zero), new UpstreamTimeoutError(),
        ];

        errors.Should().AllSatisfy(error => ErrorCatalogue.Find(error.Code)!.Status.Should().Be(error.StatusCode));
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
