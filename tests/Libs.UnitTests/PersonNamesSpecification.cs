using Ardalis.Specification;

namespace CleanApi.Libs.UnitTests;

/// <summary>A projecting specification that each test builds for itself.</summary>
public sealed class PersonNamesSpecification : Specification<Person, string>
{
    public PersonNamesSpecification(Action<ISpecificationBuilder<Person, string>> build) => build(Query);
}
