using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using FluentValidation;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>Every message that a client can be told is a phrase as a person would say it, in one style.</summary>
public sealed partial class MessageTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string IsRequired = " is required";

    [Fact]
    [Trait("Requirement", "R50")]
    public void Messages_are_phrases_in_one_style()
    {
        var messages = Rules().Select(rule => (rule.Code, rule.Message)).Concat(Errors()).Concat(Catalogue()).Concat(Denied()).Distinct().ToList();
        messages.Should().HaveCountGreaterThan(100);
        messages.Where(one => !Style().IsMatch(one.Message)).Should().BeEmpty("a message begins with a capital, ends without a full stop and is one line");
        messages.Where(one => OnlyRepeats(one.Code, one.Message)).Should().BeEmpty("a message says more than its code");
        messages.Where(one => one.Code == FieldCodes.OutOfRange && !one.Message.StartsWith("Must be ", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_names_no_other_field_than_its_own()
    {
        foreach (var (field, _, message) in Rules().Where(rule => rule.Message.EndsWith(IsRequired, StringComparison.Ordinal)))
        {
            // organizationName: Organization name; mfaToken may be Token.
            var label = JsonNamingPolicy.SnakeCaseLower.ConvertName(field).Replace('_', ' ');
            label.Should().EndWith(message[..^IsRequired.Length].ToLowerInvariant());
            if (field is "OrganizationName")
            {
                message.Should().Be("Organization name is required");
            }
        }
    }

    [Fact]
    [Trait("Requirement", "R243")]
    public void The_catalogue_has_the_messages_that_are_told()
    {
        foreach (var error in Factories())
        {
            if (error.Details is [{ Field: null } detail] && ErrorCatalogue.FindReason(detail.Code) is { } entry && detail.Code is not (ReasonCodes.OwnAccount or ReasonCodes.MfaRequired))
            {
                entry.Example.Message.Should().Be(error.Message);
            }
        }
    }

    private static bool OnlyRepeats(string code, string message) =>
        string.Equals(message, code.Replace('_', ' '), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<(string Code, string Message)> Errors() =>
        Factories().SelectMany(error => error.Details.Select(detail => (detail.Code, detail.Message)).Append((error.Code, error.Message)))
            .Where(one => one.Code is not (ErrorCodes.Authentication or ErrorCodes.NotFound));

    private static IEnumerable<AppException> Factories() =>
        typeof(AppException).Assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.ReturnType.IsSubclassOf(typeof(AppException)) && method.GetParameters().Length == 0)
            .Select(method => (AppException)method.Invoke(null, null)!);

    private static IEnumerable<(string Code, string Message)> Catalogue() =>
        ErrorCatalogue.Fields.Concat(ErrorCatalogue.Reasons).Select(entry => (entry.Code, entry.Example.Message))
            .Concat(ErrorCatalogue.Errors.SelectMany(entry => entry.Details).Select(detail => (detail.Code, detail.Message)));

    private static IEnumerable<(string Code, string Message)> Denied() => RequestAccess.RequestTypes(typeof(RequestAccess).Assembly)
        .Select(RequestAccess.Of).OfType<RequiresPermissionAttribute>().Select(rule => (ErrorCodes.Authorization, rule.Denied));

    private IEnumerable<(string Field, string Code, string Message)> Rules() =>
        from request in RequestAccess.RequestTypes(typeof(RequestAccess).Assembly)
        where api.Services.GetService(typeof(IValidator<>).MakeGenericType(request)) is IValidator
        let validator = (IValidator)api.Services.GetService(typeof(IValidator<>).MakeGenericType(request))!
        from rule in validator.CreateDescriptor().Rules
        from component in rule.Components
        where component.ErrorCode is not null
        select ((rule.PropertyName ?? "").Split('.')[0], component.ErrorCode, component.GetUnformattedErrorMessage());

    [GeneratedRegex(@"^[A-Z][^\n]*[^.\s]$", RegexOptions.None, 1000)]
    private static partial Regex Style();
}
