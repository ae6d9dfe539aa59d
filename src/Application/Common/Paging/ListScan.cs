using System.Linq.Expressions;
using System.Reflection;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.Application.Common.Paging;

/// <summary>
/// What lists do not have to say: a specification that only applies what is sent, a handler that only applies the specification, and a validator that only
/// checks what every list takes.
/// </summary>
internal static class ListScan
{
    private static readonly MethodInfo AddList = typeof(ListScan).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Adds them for every list of an assembly that has none of its own. After the assembly's handlers and validators.</summary>
    /// <exception cref="InvalidOperationException">A list cannot be served, or would list what belongs to others; the message says why.</exception>
    public static void AddLists(this IServiceCollection services, Assembly assembly) => services.AddLists(assembly.GetTypes());

    /// <summary>Adds them for the lists among these types, with the specifications among them.</summary>
    /// <exception cref="InvalidOperationException">A list cannot be served, or would list what belongs to others; the message says why.</exception>
    public static void AddLists(this IServiceCollection services, IReadOnlyCollection<Type> types)
    {
        var concrete = types.Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }).ToList();
        var specifications = concrete.Where(type => BaseOf(type, typeof(PageSpecification<,>)) is not null)
            .Select(ConstructorOf).ToDictionary(constructor => constructor.GetParameters()[0].ParameterType);
        foreach (var query in concrete.Where(type => type.IsAssignableTo(typeof(PagedQuery))))
        {
            services.TryAddSingleton(typeof(IValidator<>).MakeGenericType(query), typeof(PagedQueryValidator<>).MakeGenericType(query));
            var specification = specifications.GetValueOrDefault(query) ?? DefaultSpecification(query);
            Type[] arguments = [query, .. BaseOf(specification.DeclaringType!, typeof(PageSpecification<,>))!.GetGenericArguments()];
            AddList.MakeGenericMethod(arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services, specification], null);
        }
    }

    // By its first parameter a specification is found: one that is not would leave the list without its conditions.
    private static ConstructorInfo ConstructorOf(Type specification) =>
        specification.GetConstructors() is [var constructor] && constructor.GetParameters() is [{ ParameterType: { IsAbstract: false } query }, ..]
        && query.IsAssignableTo(typeof(PagedQuery))
            ? constructor
            : throw new InvalidOperationException($"{specification.Name} needs one constructor whose first parameter is the query of its list.");

    // A list with no condition but what is sent lists the aggregate that its response shows.
    private static ConstructorInfo DefaultSpecification(Type query)
    {
        var response = BaseOf(query, typeof(PagedQuery<>))!.GetGenericArguments()[0];
        var aggregate = Mappings.AggregateOf(response)
            ?? throw new InvalidOperationException($"{query.Name} needs a PageSpecification: {response.Name} is not named for an aggregate.");
        return typeof(PageSpecification<,>).MakeGenericType(aggregate, response).GetConstructors().Single();
    }

    private static Type? BaseOf(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open ? type : type.BaseType is { } parent ? BaseOf(parent, open) : null;

    private static void Add<TQuery, T, TResponse>(IServiceCollection services, ConstructorInfo specification)
        where TQuery : PagedQuery<TResponse>
        where T : class
    {
        foreach (var name in SortedByAttribute.NamesOf(typeof(TQuery)))
        {
            _ = SortKey<T, TResponse>.By(name);
        }

        ListConditions<T>.Check(typeof(TQuery));
        if (services.Any(service => service.ServiceType == typeof(IRequestHandler<TQuery, Page<TResponse>>)))
        {
            return;
        }

        // Neither a query filter nor row-level security narrows it: every caller would get the rows of all organizations.
        if (!typeof(T).IsAssignableTo(typeof(ITenantOwned)))
        {
            throw new InvalidOperationException($"{typeof(TQuery).Name} lists {typeof(T).Name}, which no organization owns: it needs a handler that says whose.");
        }

        if (specification.GetParameters().Length != 1)
        {
            throw new InvalidOperationException($"{typeof(TQuery).Name} needs a handler: its specification takes more than the query.");
        }

        var query = Expression.Parameter(typeof(TQuery), "query");
        services.AddSingleton(Expression.Lambda<ListSpecification<TQuery, T, TResponse>>(Expression.New(specification, query), query).Compile());
        services.AddTransient<IRequestHandler<TQuery, Page<TResponse>>, ListHandler<TQuery, T, TResponse>>();
    }
}
