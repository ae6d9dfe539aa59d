namespace CleanApi.Libs.UnitTests;

public sealed class Person
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int Age { get; set; }

    public bool IsDeleted { get; set; }

    public static IReadOnlyList<Person> Some { get; } =
    [
        new() { Id = 1, Name = "Cleo", Age = 40 },
        new() { Id = 2, Name = "Ada", Age = 30 },
        new() { Id = 3, Name = "Bo", Age = 30 },
        new() { Id = 4, Name = "Dan", Age = 10 },
    ];
}
