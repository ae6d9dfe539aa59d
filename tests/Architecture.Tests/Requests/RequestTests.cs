using System.Reflection;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Architecture.Tests.Support;
using FluentValidation;
using MediatR;

namespace CleanApi.Architecture.Tests.Requests;

/// <summary>What every request type says of itself.</summary>
public sealed class RequestTests
{
    public static TheoryData<Type> Requests => [.. Code.Requests];

    [Theory]
    [MemberData(nameof(Requests))]
    [Trait("Requirement", "R17")]
    public void A_request_says_once_who_may_send_it(Type request) =>
        request.GetCustomAttributes<RequestAccessAttribute>(inherit: true).Should().ContainSingle();

    [Theory]
    [MemberData(nameof(Requests))]
    [Trait("Requirement", "R10")]
    public void A_command_is_audited_or_says_why_not(Type request)
    {
        var said = new[] { request.IsDefined(typeof(AuditedAttribute)), request.IsDefined(typeof(NotAuditedAttribute)) }.Count(isSaid => isSaid);
        said.Should().Be(request.Implements(typeof(ICommand<>)) ? 1 : 0, "a command says one of the two, and nothing else writes an audit entry");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R226")]
    public void A_request_has_a_validator_or_says_why_not(Type request)
    {
        var validators = Registered(typeof(IValidator<>), request);
        validators.Should().HaveCount(request.IsDefined(typeof(NoValidatorAttribute)) ? 0 : 1);
        validators.Where(IsOwn).Should().NotContain(validator => validator.IsPublic || !validator.IsSealed || validator.Name != $"{request.Name}Validator");
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_has_one_handler_of_its_own(Type request)
    {
        var handler = Registered(typeof(IRequestHandler<,>), request).Should().ContainSingle().Subject;
        if (IsOwn(handler))
        {
            handler.Name.Should().Be($"{request.Name}Handler");
            (handler.IsSealed && !handler.IsPublic).Should().BeTrue("a handler is internal and sealed");
            handler.GetInterfaces().Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Should().ContainSingle("a handler handles one request");
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_request_lies_with_its_handler_and_validator_in_the_folder_of_its_name(Type request)
    {
        var own = Registered(typeof(IValidator<>), request).Concat(Registered(typeof(IRequestHandler<,>), request)).Where(IsOwn).Append(request);
        Repository.Sources($"src/Application/{request.Namespace!.Split('.')[^1]}").Where(file => file.Path.Split('/')[^2] == request.Name)
            .Select(file => Path.GetFileNameWithoutExtension(file.Path)).Should().Contain(own.Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    [Trait("Requirement", "R17")]
    public void A_request_that_the_one_concerned_may_send_says_whom_it_concerns(Type request) =>
        (request.GetCustomAttribute<RequiresPermissionAttribute>() is not { OrSelf: true } || request.IsAssignableTo(typeof(IAboutUser))).Should().BeTrue();

    [Fact]
    [Trait("Requirement", "R10")]
    public void Audit_actions_are_lower_case_words_joined_by_dots() =>
        Actions().Where(action => !AuditActions.Form().IsMatch(action.Name)).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R10")]
    public void An_audit_action_means_one_thing_in_one_module() =>
        Actions().GroupBy(action => action.Name, StringComparer.Ordinal).Where(group => group.Select(action => action.Request.Namespace).Distinct().Count() > 1)
            .Select(group => group.Key).Should().BeEmpty();

    private static IEnumerable<(string Name, Type Request)> Actions() =>
        from request in Code.Requests
        let audited = request.GetCustomAttribute<AuditedAttribute>()
        where audited is not null
        select (audited.Action, request);

    // What the container has for a request: written for it, or a generic type that serves many, as the handler of lists does.
    private static List<Type> Registered(Type service, Type request) =>
        [.. Code.Services.Where(one => one.ServiceType.IsGenericType && one.ServiceType.GetGenericTypeDefinition() == service && one.ServiceType.GetGenericArguments()[0] == request)
            .Select(one => one.ImplementationType!)];

    private static bool IsOwn(Type type) => !type.IsGenericType;
}
