using System.Linq.Expressions;
using System.Reflection;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Common.Validation;
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
    /// <exception cref="InvalidOperationException">An order or a filter of a list is no property of its entity.</exception>
    public static void AddLists(this IServiceCollection services, Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => !type.IsAbstract).ToList();
        foreach (var query in types.Where(type => type.IsAssignableTo(typeof(PagedQuery))))
        {
            services.TryAddSingleton(typeof(IValidator<>).MakeGenericType(query), typeof(PagedQueryValidator<>).MakeGenericType(query));
        }

        var specifications = types.Where(type => type.BaseType is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(PageSpecification<,>))
            .Select(type => type.GetConstructors().Single()).ToDictionary(constructor => constructor.GetParameters()[0].ParameterType);
        foreach (var query in types.Where(type => type.IsAssignableTo(typeof(PagedQuery))))
        {
            var specification = specifications.GetValueOrDefault(query) ?? Unfiltered(query);
            Type[] arguments = [query, .. Page(specification.DeclaringType!).GetGenericArguments()];
            AddList.MakeGenericMethod(arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services, specification], null);
        }
    }

    // A list with no condition but what is sent lists the aggregate that its response shows.
    private static ConstructorInfo Unfiltered(Type query)
    {
        var response = query.BaseType!.GetGenericArguments()[0];
        var aggregate = Mappings.AggregateOf(response)
            ?? throw new InvalidOperationException($"{query.Name} needs a PageSpecification: {response.Name} is not named for an aggregate.");
        return typeof(PageSpecification<,>).MakeGenericType(aggregate, response).GetConstructors().Single();
    }

    private static Type Page(Type specification) =>
        specification.IsGenericType ? specification : specification.BaseType!;

    private static void Add<TQuery, T, TResponse>(IServiceCollection services, ConstructorInfo specification)
        where TQuery : PagedQuery<TResponse>
        where T : class
    {
        foreach (var name in SortedByAttribute.NamesOf(typeof(TQuery)))
        {
            _ = SortKey<T, TResponse>.By(name);
        }

        ListConditions<T>.Check(typeof(TQuery));
        if (specification.GetParameters().Length == 1)
        {
            var query = Expression.Parameter(typeof(TQuery), "query");
            services.TryAddSingleton(Expression.Lambda<ListSpecification<TQuery, T, TResponse>>(Expression.New(specification, query), query).Compile());
            services.TryAddTransient<IRequestHandler<TQuery, Page<TResponse>>, ListHandler<TQuery, T, TResponse>>();
        }
    }
}
