using System.Linq.Expressions;
using System.Reflection;
using CleanApi.Application.Common.Validation;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CleanApi.Application.Common.Paging;

/// <summary>What lists do not have to say: a handler that only applies the specification, and a validator that only checks what every list takes.</summary>
internal static class ListScan
{
    private static readonly MethodInfo AddList = typeof(ListScan).GetMethod(nameof(Add), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Adds both for every list of an assembly that has none of its own. After the assembly's handlers and validators.</summary>
    /// <exception cref="InvalidOperationException">An order of a list is no property of its entity and its response.</exception>
    public static void AddLists(this IServiceCollection services, Assembly assembly)
    {
        var types = assembly.GetTypes().Where(type => !type.IsAbstract).ToList();
        foreach (var query in types.Where(type => type.IsAssignableTo(typeof(PagedQuery))))
        {
            services.TryAddSingleton(typeof(IValidator<>).MakeGenericType(query), typeof(PagedQueryValidator<>).MakeGenericType(query));
        }

        foreach (var specification in types.Where(type => type.BaseType is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(PageSpecification<,>)))
        {
            var constructor = specification.GetConstructors().Single();
            Type[] arguments = [constructor.GetParameters()[0].ParameterType, .. specification.BaseType!.GetGenericArguments()];
            AddList.MakeGenericMethod(arguments).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services, constructor], null);
        }
    }

    private static void Add<TQuery, T, TResponse>(IServiceCollection services, ConstructorInfo specification)
        where TQuery : PagedQuery<TResponse>
        where T : class
    {
        foreach (var name in SortedByAttribute.NamesOf(typeof(TQuery)))
        {
            _ = SortKey<T, TResponse>.By(name);
        }

        if (specification.GetParameters().Length == 1)
        {
            var query = Expression.Parameter(typeof(TQuery), "query");
            services.TryAddSingleton(Expression.Lambda<ListSpecification<TQuery, T, TResponse>>(Expression.New(specification, query), query).Compile());
            services.TryAddTransient<IRequestHandler<TQuery, Page<TResponse>>, ListHandler<TQuery, T, TResponse>>();
        }
    }
}
