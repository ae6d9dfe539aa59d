using CleanApi.Application.Access;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace CleanApi.Application.UnitTests.Paging;

/// <summary>What a list without a handler of its own needs is checked when the process starts.</summary>
public sealed class ListScanTests
{
    [Fact]
    public void A_list_of_what_organizations_own_needs_no_handler() =>
        Scan(typeof(People)).Should().Contain(service => service.ServiceType == typeof(IRequestHandler<People, Page<UserResponse>>))
            .And.Contain(service => service.ServiceType == typeof(ListSpecification<People, User, UserResponse>));

    [Fact]
    public void A_list_that_derives_from_another_lists_the_same_aggregate() =>
        Scan(typeof(Colleagues)).Should().Contain(service => service.ServiceType == typeof(ListSpecification<Colleagues, User, UserResponse>));

    [Fact]
    [Trait("Requirement", "R7")]
    public void A_list_of_what_no_organization_owns_needs_a_handler() =>
        Scanning(typeof(Keys)).Should().Throw<InvalidOperationException>().WithMessage("Keys lists Passkey, which no organization owns*");

    [Fact]
    public void A_specification_does_not_replace_that_handler() =>
        Scanning(typeof(Keys), typeof(KeysSpec)).Should().Throw<InvalidOperationException>().WithMessage("Keys lists Passkey, which no organization owns*");

    [Fact]
    public void A_list_with_a_handler_is_left_to_it()
    {
        var services = new ServiceCollection().AddTransient(_ => Substitute.For<IRequestHandler<Keys, Page<PasskeyResponse>>>());
        services.AddLists([typeof(Keys)]);
        services.Should().ContainSingle(service => service.ServiceType == typeof(IRequestHandler<Keys, Page<PasskeyResponse>>))
            .And.NotContain(service => service.ServiceType == typeof(ListSpecification<Keys, Passkey, PasskeyResponse>));
    }

    [Theory]
    [InlineData(typeof(OwnerFirstSpec))]
    [InlineData(typeof(AnyListSpec))]
    public void A_specification_that_no_list_would_use_is_rejected(Type specification) =>
        Scanning(typeof(People), specification).Should().Throw<InvalidOperationException>().WithMessage($"{specification.Name} needs one constructor*");

    [Fact]
    public void A_specification_that_takes_more_than_the_query_needs_a_handler() =>
        Scanning(typeof(People), typeof(OwnedSpec)).Should().Throw<InvalidOperationException>().WithMessage("People needs a handler*");

    [Fact]
    public void A_response_that_shows_no_aggregate_needs_a_specification() =>
        Scanning(typeof(Texts)).Should().Throw<InvalidOperationException>().WithMessage("Texts needs a PageSpecification*");

    [Fact]
    public void A_list_names_its_orders() =>
        Scanning(typeof(Unordered)).Should().Throw<InvalidOperationException>().WithMessage("Unordered needs [SortedBy]*");

    [Fact]
    public void An_order_is_a_property_of_what_is_listed() =>
        Scanning(typeof(OrderedByHeight)).Should().Throw<InvalidOperationException>().WithMessage("*cannot be ordered by height*");

    private static ServiceCollection Scan(params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddLists(types);
        return services;
    }

    private static Action Scanning(params Type[] types) => () => Scan(types);

    [SortedBy("CreatedAt")]
    private record People : PagedQuery<UserResponse>;

    [SortedBy("Name")]
    private sealed record Colleagues : People;

    [SortedBy("CreatedAt")]
    public sealed record Keys : PagedQuery<PasskeyResponse>;

    [SortedBy("CreatedAt")]
    private sealed record Texts : PagedQuery<string>;

    private sealed record Unordered : PagedQuery<UserResponse>;

    [SortedBy("Height")]
    private sealed record OrderedByHeight : PagedQuery<UserResponse>;

    private sealed class KeysSpec(Keys query) : PageSpecification<Passkey, PasskeyResponse>(query);

    private sealed class OwnedSpec(People query, UserId owner) : PageSpecification<User, UserResponse>(query)
    {
        public UserId Owner { get; } = owner;
    }

    private sealed class OwnerFirstSpec(UserId owner, People query) : PageSpecification<User, UserResponse>(query)
    {
        public UserId Owner { get; } = owner;
    }

    private sealed class AnyListSpec(PagedQuery<UserResponse> query) : PageSpecification<User, UserResponse>(query);
}
